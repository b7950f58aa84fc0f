package io.troubleshooter.guard;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What answers took, as the audit log tells it.
 *
 * @param rows by day, account, model and version of prompts, in this order; each combination once
 */
public record UsageReport(List<Row> rows) {

    /**
     * Answers that are alike.
     *
     * @param day in UTC
     * @param model {@code none} where no model is named
     * @param promptVersion of all prompts of an answer, separated by commas; {@code none} where there were none
     */
    public record Row(LocalDate day, String account, String model, String promptVersion, Figures figures) {}

    /**
     * Sums.
     *
     * @param answers given by way of a model, also from the cache or fallen back on rules
     * @param cached of them, those that cost nothing
     * @param microUsd millionths of a US dollar
     */
    public record Figures(long answers, long cached, long inputTokens, long outputTokens, long microUsd) {

        public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

        public Figures plus(Figures more) {
            return new Figures(
                    answers + more.answers,
                    cached + more.cached,
                    inputTokens + more.inputTokens,
                    outputTokens + more.outputTokens,
                    microUsd + more.microUsd);
        }
    }

    public UsageReport {
        rows = List.copyOf(rows);
    }

    public Figures total() {
        return rows.stream().map(Row::figures).reduce(Figures.NONE, Figures::plus);
    }

    /** Only days with answers. */
    public SortedMap<LocalDate, Figures> byDay() {
        return by(Row::day);
    }

    public SortedMap<String, Figures> byAccount() {
        return by(Row::account);
    }

    public SortedMap<String, Figures> byModel() {
        return by(Row::model);
    }

    public SortedMap<String, Figures> byPromptVersion() {
        return by(Row::promptVersion);
    }

    private <K extends Comparable<? super K>> SortedMap<K, Figures> by(Function<Row, K> key) {
        SortedMap<K, Figures> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(key.apply(row), row.figures(), Figures::plus));
        return sums;
    }
}
