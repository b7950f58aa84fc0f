package io.troubleshooter.tool;

/**
 * What a tool found, not yet redacted: only the toolbox sees it. Lines of the evidence stand as {@code S1:12 text}. It
 * must not repeat the arguments, or a model could cite its own words.
 *
 * @param text empty where nothing was found: then there is nothing to cite, and only {@code more} is shown
 * @param more what was left out and how to see it, or that nothing was found; empty where there is nothing to say
 */
public record ToolOutput(String text, String more) {}
