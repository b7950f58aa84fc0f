package io.troubleshooter.tool;

import io.troubleshooter.redact.RedactedText;

/**
 * What a call gave, redacted and capped.
 *
 * @param id {@code T1}, {@code T2}, ... under which its lines can be cited; empty where it failed or found nothing
 * @param name of the tool; {@code unknown} where there is none of the name that was called
 * @param asked the arguments, redacted, for display
 * @param output as a model is shown it: the citable lines and, after them, what was left out
 * @param failed whether {@code output} says only why nothing was done
 * @param lines citable lines of the output
 */
public record ToolAnswer(
        String id, String name, RedactedText asked, RedactedText output, boolean failed, int lines, long millis) {}
