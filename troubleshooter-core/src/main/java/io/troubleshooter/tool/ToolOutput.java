package io.troubleshooter.tool;

/**
 * What a tool found, not yet redacted: only the toolbox sees it. Lines of the evidence stand as {@code S1:12 text}. It
 * must not repeat the arguments, or a model could cite its own words.
 *
 * @param more what was left out and how to see it; empty where nothing was
 */
public record ToolOutput(String text, String more) {}
