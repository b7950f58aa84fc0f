package io.troubleshooter.report;

import io.troubleshooter.redact.RedactedText;
import java.util.List;

/** Several lines as one text. */
final class RedactedLines {

    private RedactedLines() {}

    static String joined(List<RedactedText> lines) {
        StringBuilder out = new StringBuilder();
        for (RedactedText line : lines) {
            out.append(out.isEmpty() ? "" : "\n").append(line);
        }
        return out.toString();
    }
}
