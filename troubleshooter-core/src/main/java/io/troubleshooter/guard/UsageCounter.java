package io.troubleshooter.guard;

import io.troubleshooter.guard.UsageReport.Figures;
import io.troubleshooter.guard.UsageReport.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sums up events that tell of answers. Their details have the words {@code model=}, {@code prompts=} (references of
 * prompts, separated by commas), {@code input=} and {@code output=} (tokens) and {@code cached=}. Not thread-safe.
 */
public final class UsageCounter {

    /** Actions that count; others are passed over. */
    public static final Set<String> ACTIONS = Set.of("answer", "cached-answer", "fall-back");

    private final Map<Key, Figures> sums = new TreeMap<>(Key.ORDER);

    public void add(AuditLog.Event event) {
        if (ACTIONS.contains(event.action())) {
            Map<String, String> words = words(event.detail());
            LocalDate day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
            Key key = new Key(
                    day, event.account(), words.getOrDefault("model", "none"), words.getOrDefault("prompts", "none"));
            sums.merge(key, figures(words, event.microUsd()), Figures::plus);
        }
    }

    public UsageReport report() {
        List<Row> rows = new ArrayList<>();
        sums.forEach((key, figures) -> rows.add(new Row(key.day, key.account, key.model, key.prompts, figures)));
        return new UsageReport(rows);
    }

    private static Figures figures(Map<String, String> words, long microUsd) {
        long cached = words.getOrDefault("cached", "false").equals("true") ? 1 : 0;
        return new Figures(1, cached, number(words, "input"), number(words, "output"), microUsd);
    }

    private static long number(Map<String, String> words, String name) {
        String value = words.getOrDefault(name, "0");
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }

    private static Map<String, String> words(String detail) {
        Map<String, String> words = new HashMap<>();
        for (String word : detail.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0 && equals < word.length() - 1) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }

    private record Key(LocalDate day, String account, String model, String prompts) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::day)
                .thenComparing(Key::account)
                .thenComparing(Key::model)
                .thenComparing(Key::prompts);
    }
}
