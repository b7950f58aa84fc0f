package io.troubleshooter.evidence;

import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one source.
 *
 * @param parts in order; between two of them lines may be missing
 * @param first number of the first line with text: above 1 where a page begins with markup
 * @param lines how many physical lines the source has
 */
record SourceLines(String id, List<KeptPart> parts, long first, long lines) {

    SourceLines {
        parts = List.copyOf(parts);
    }

    static SourceLines of(String id, RedactedText text) {
        KeptPart part = KeptPart.of(text);
        return new SourceLines(id, List.of(part), 1, part.lines());
    }

    /** Lines that were not kept. */
    long missing() {
        long missing = lines - first + 1;
        for (KeptPart part : parts) {
            missing -= part.lastNumber() - part.number(0) + 1;
        }
        return Math.max(0, missing);
    }

    /** The first lines that were not kept and the last of them; null where all were. */
    @Nullable
    LineRef gap() {
        long next = first;
        for (KeptPart part : parts) {
            if (part.number(0) > next) {
                return new LineRef(id, next, part.number(0) - 1);
            }
            next = part.lastNumber() + 1;
        }
        return next <= lines ? new LineRef(id, next, lines) : null;
    }

    long bytes() {
        long bytes = 0;
        for (KeptPart part : parts) {
            bytes += part.size();
        }
        return bytes;
    }

    @Nullable
    RedactedText text(long from, long last) {
        if (from < 1 || last < from || last > lines) {
            return null;
        }
        List<RedactedText> texts = new ArrayList<>(1);
        long next = Math.max(first, from);
        for (int i = place(next); i < parts.size() && next <= last; i++) {
            KeptPart part = parts.get(i);
            if (part.number(0) > next) {
                return null;
            }
            add(part, next, last, texts);
            next = part.lastNumber() + 1;
        }
        return next <= last || texts.isEmpty() ? null : joined(texts);
    }

    /** Place of the first part that reaches the line. */
    int place(long line) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).lastNumber() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void add(KeptPart part, long first, long last, List<RedactedText> texts) {
        int from = part.indexOf(first);
        int to = part.indexOf(last + 1);
        if (from < to) {
            texts.add(part.text(from, to));
        }
    }

    private static RedactedText joined(List<RedactedText> texts) {
        RedactedText all = texts.size() == 1 ? null : RedactedJoiner.lines(texts);
        return all == null ? texts.get(0) : all;
    }

    /** The part in which the line stands; null where it was not kept. */
    @Nullable
    KeptPart part(long line) {
        int place = place(line);
        return place < parts.size() && parts.get(place).number(0) <= line ? parts.get(place) : null;
    }
}
