package io.troubleshooter.tool;

import io.troubleshooter.redact.RedactedText;

/**
 * What a call gave, redacted and capped.
 *
 * @param id {@code T1}, {@code T2}, ... under which its lines can be cited; empty where it failed
 * @param name of the tool
 * @param asked the arguments, redacted, for display
 * @param failed whether {@code output} says only why nothing was done
 * @param lines of the output
 */
public record ToolAnswer(
        String id, String name, RedactedText asked, RedactedText output, boolean failed, int lines, long millis) {}
