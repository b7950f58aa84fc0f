/** Clean zone: the diagnosis as a person, a ticket or a program reads it. */
@NullMarked
package io.troubleshooter.report;

import org.jspecify.annotations.NullMarked;
