/** Clean zone: what runtimes, shippers and people put around a log line. */
@NullMarked
package io.troubleshooter.envelope;

import org.jspecify.annotations.NullMarked;
