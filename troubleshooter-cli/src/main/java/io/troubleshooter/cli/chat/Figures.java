package io.troubleshooter.cli.chat;

import java.util.Locale;

/** Numbers, amounts and times as they are printed. */
final class Figures {

    private static final long MICRO = 1_000_000;

    private Figures() {}

    /** {@code 48,212}. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1 line}, {@code 48,212 lines}. */
    static String count(long value, String noun) {
        return number(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** {@code $0.46}; with as many places as it takes to show a small amount. */
    static String dollars(long microUsd) {
        String format =
                microUsd == 0 || microUsd >= MICRO / 10 ? "$%.2f" : microUsd >= MICRO / 1000 ? "$%.3f" : "$%.6f";
        return String.format(Locale.ROOT, format, (double) microUsd / MICRO);
    }

    static long microUsd(double dollars) {
        return Math.round(dollars * MICRO);
    }

    /** {@code 0.02 s}. */
    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }

    /** {@code LIKELY 0.91}; the words and their limits are those of the report. */
    static String confidence(double confidence) {
        String word = confidence >= 0.7 ? "LIKELY" : confidence >= 0.35 ? "POSSIBLE" : "WEAK";
        return word + String.format(Locale.ROOT, " %.2f", confidence);
    }
}
