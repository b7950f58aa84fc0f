/** Traces, metrics and logs, never with evidence. */
@NullMarked
package io.troubleshooter.http.telemetry;

import org.jspecify.annotations.NullMarked;
