package io.troubleshooter.evidence;

import io.troubleshooter.redact.RedactedText;
import org.jspecify.annotations.Nullable;

/** The lines of one source. */
record SourceLines(String id, RedactedText all, int[] starts) {

    static SourceLines of(String id, RedactedText text) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            lines += text.byteAt(i) == '\n' ? 1 : 0;
        }
        int[] starts = new int[lines + 1];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.byteAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        starts[lines] = text.length() + 1;
        return new SourceLines(id, text, starts);
    }

    long count() {
        return starts.length - 1L;
    }

    @Nullable
    RedactedText text(long first, long last) {
        return first < 1 || last > count() || last < first
                ? null
                : all.slice(starts[(int) first - 1], starts[(int) last] - 1);
    }
}
