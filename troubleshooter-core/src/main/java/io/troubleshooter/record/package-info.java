/** Clean zone: lines become log records, with time, level, message, fields and stack trace. */
@NullMarked
package io.troubleshooter.record;

import org.jspecify.annotations.NullMarked;
