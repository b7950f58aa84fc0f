package io.troubleshooter.tool;

import java.time.Duration;

/**
 * What the tools of one turn may take.
 *
 * @param calls all calls together
 * @param outputBytes of one output; the rest can be had by a narrower call
 * @param totalBytes of all outputs together
 * @param callTime of one call
 */
public record ToolLimits(int calls, int outputBytes, int totalBytes, Duration callTime) {

    public static final ToolLimits DEFAULT = new ToolLimits(12, 8_000, 40_000, Duration.ofSeconds(10));
}
