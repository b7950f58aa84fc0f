package io.troubleshooter.tool;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.evidence.PatternException;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where something is mentioned.
 *
 * @param total lines that mention it
 * @param errors of these, lines of errors
 * @param shown the first, the errors and the last of them, in the order of reading
 * @param from earliest time of those shown, null where none has a time
 * @param complete false where the search was stopped early, or there was too much to look at
 */
public record History(
        long total,
        long errors,
        List<LineRef> shown,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean complete) {

    private static final int MAX_HITS = 100_000;

    /**
     * The history of a name.
     *
     * @param max lines shown
     * @throws PatternException if it cannot be searched for
     */
    public static History of(Evidence evidence, String name, EvidenceQuery within, int max, BooleanSupplier stop) {
        Hits hits = evidence.search(within.words(whole(name)), MAX_HITS, stop);
        List<LineRef> lines = hits.lines();
        List<LineRef> errors = new ArrayList<>();
        Instant from = null;
        Instant to = null;
        for (LineRef line : lines) {
            Entry entry = evidence.entry(line.source(), line.first());
            Instant time = entry == null ? null : entry.time();
            if (time != null) {
                from = from == null || time.isBefore(from) ? time : from;
                to = to == null || time.isAfter(to) ? time : to;
            }
            if (entry != null && entry.level().isAtLeast(Level.ERROR)) {
                errors.add(line);
            }
        }
        boolean complete = !hits.stopped() && hits.total() == lines.size();
        return new History(hits.total(), errors.size(), chosen(lines, errors, max), from, to, complete);
    }

    /** The name as a word of its own: {@code web-1} is not in {@code web-10}. */
    private static LinePattern whole(String name) {
        String words = name.strip();
        try {
            String before = isWord(words.charAt(0)) ? "\\b" : "";
            String after = isWord(words.charAt(words.length() - 1)) ? "\\b" : "";
            return LinePattern.regex(before + TemplatePattern.quoted(words) + after);
        } catch (PatternException tooLarge) {
            return LinePattern.literal(words);
        }
    }

    private static boolean isWord(char c) {
        return c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static List<LineRef> chosen(List<LineRef> all, List<LineRef> errors, int max) {
        TreeMap<Integer, LineRef> chosen = new TreeMap<>();
        List<List<LineRef>> byValue = List.of(
                all.subList(0, Math.min(max / 4 + 1, all.size())),
                all.subList(Math.max(0, all.size() - max / 8 - 1), all.size()),
                errors,
                all);
        for (List<LineRef> some : byValue) {
            fill(chosen, all, some, max);
        }
        Collection<LineRef> inOrder = chosen.values();
        return List.copyOf(inOrder);
    }

    private static void fill(TreeMap<Integer, LineRef> chosen, List<LineRef> all, List<LineRef> some, int max) {
        int place = 0;
        for (LineRef line : some) {
            if (chosen.size() >= max) {
                return;
            }
            while (!all.get(place).equals(line)) {
                place++;
            }
            chosen.put(place, line);
        }
    }
}
