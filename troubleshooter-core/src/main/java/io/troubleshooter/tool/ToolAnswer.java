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
        String id, String name, RedactedText asked, RedactedText output, boolean failed, int lines, long millis) {

    /** The lines that can be cited, as a source of their own: {@code output} without what was said after them. */
    public RedactedText citable() {
        int end = 0;
        for (int line = 0; line < lines && end < output.length(); line++) {
            end += line == 0 ? 0 : 1;
            while (end < output.length() && output.byteAt(end) != '\n') {
                end++;
            }
        }
        return output.slice(0, id.isEmpty() ? 0 : end);
    }
}
