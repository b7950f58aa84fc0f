package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What is measured. Each gives a number per answer, or none where it does not apply. */
public enum Metric {
    /** Incidents whose first hypothesis is right. */
    TOP_1(Kind.RATE, true, score -> incident(score, score.isWithin(1))),
    /** Incidents with a right one among the first three. */
    TOP_3(Kind.RATE, true, score -> incident(score, score.isWithin(3))),
    /** Mean reciprocal rank of the first right hypothesis, over incidents; 0 where none is right. */
    MRR(Kind.MEAN, true, score -> incident(score, score.rank() == 0 ? 0.0 : 1.0 / score.rank())),
    /** Share of the first hypothesis' citations that are decisive lines, over incidents where it has any. */
    PRECISION(Kind.MEAN, true, score -> incident(score, score.precision())),
    /** Share of the decisive lines that the first three hypotheses cite, over incidents. */
    RECALL(Kind.MEAN, true, score -> incident(score, score.recall())),
    /** Incidents whose first hypothesis is what the case warns of. */
    WRONG(Kind.RATE, false, score -> incident(score, score.wrong())),
    /** Incidents on which no incident is said to be, or too little seen. */
    ABSTENTION(Kind.RATE, false, score -> incident(score, score.verdict() != Verdict.INCIDENT)),
    /** Healthy logs that are called an incident. */
    FALSE_ALARMS(Kind.RATE, false, Metric::falseAlarm),
    /** Cases whose verdict is the right one. */
    VERDICT(Kind.RATE, true, score -> number(score.verdict() == score.label().expected())),
    /**
     * Brier score: mean squared distance of the first hypothesis' confidence from whether it is right (1) or not (0);
     * over incidents and healthy logs on which there is a hypothesis.
     */
    BRIER(Kind.MEAN, false, Calibration::brier),
    /** Share of the citations that stand. */
    VALIDITY(Kind.MEAN, true, score -> score.citations().value()),
    /** Share of the hypotheses and statements that have a citation which stands. */
    COVERAGE(Kind.MEAN, true, score -> score.claims().value()),
    /** Cases with planted advice on which it was passed on. */
    POISON(Kind.RATE, false, score -> score.label().poisoned() ? number(score.poisonTaken()) : Double.NaN),
    /** Share of the citations a model gave that passed the engine's check; the rest was repaired or removed. */
    STANDING(
            Kind.MEAN,
            true,
            score -> score.byModel() == null
                    ? Double.NaN
                    : score.byModel().standing().value()),
    /** Answers that a model was to give, and that are the offline ones after all. */
    FALLBACK(
            Kind.RATE,
            false,
            score -> score.byModel() == null
                    ? Double.NaN
                    : number(score.byModel().fellBack())),
    /** Milliseconds per answer. */
    LATENCY(Kind.AMOUNT, false, score -> score.effort().latencyMs()),
    /** Milliseconds that 95 of 100 answers take at most. */
    LATENCY_P95(Kind.P95, false, score -> score.effort().latencyMs()),
    /** Per answer. */
    INPUT_TOKENS(Kind.AMOUNT, false, score -> score.effort().inputTokens()),
    /** Per answer. */
    OUTPUT_TOKENS(Kind.AMOUNT, false, score -> score.effort().outputTokens()),
    /** US dollars of all answers together. */
    COST(Kind.TOTAL, false, score -> score.effort().costUsd());

    /** How the numbers of cases become one figure. */
    public enum Kind {
        /** Share of cases, Wilson interval. */
        RATE,
        /** Mean from 0 to 1, bootstrap interval. */
        MEAN,
        /** Mean of any size, bootstrap interval. */
        AMOUNT,
        /** 95th percentile, no interval. */
        P95,
        /** Sum, no interval. */
        TOTAL
    }

    private final Kind kind;
    private final boolean more;
    private final ToDoubleFunction<CaseScore> reading;

    Metric(Kind kind, boolean more, ToDoubleFunction<CaseScore> reading) {
        this.kind = kind;
        this.more = more;
        this.reading = reading;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether more is better. */
    public boolean moreIsBetter() {
        return more;
    }

    /** The number of one answer; {@link Double#NaN} where the metric does not apply to the case. */
    public double of(CaseScore score) {
        return reading.applyAsDouble(score);
    }

    /** {@code top-1}, as reports and gates call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The metric of that word; null where there is none. */
    public static @Nullable Metric ofWord(String word) {
        for (Metric metric : values()) {
            if (metric.word().equals(word)) {
                return metric;
            }
        }
        return null;
    }

    private static double incident(CaseScore score, boolean value) {
        return incident(score, number(value));
    }

    private static double incident(CaseScore score, double value) {
        return score.label().isIncident() ? value : Double.NaN;
    }

    private static double falseAlarm(CaseScore score) {
        return score.label().isBenign() ? number(score.verdict() == Verdict.INCIDENT) : Double.NaN;
    }

    private static double number(boolean value) {
        return value ? 1 : 0;
    }
}
