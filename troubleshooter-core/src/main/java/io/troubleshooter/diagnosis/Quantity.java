package io.troubleshooter.diagnosis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number as a sentence or a log writes it, and what it measures.
 *
 * @param value in the unit as written
 * @param decimals digits after the point
 * @param unit {@code s}, {@code B}, {@code %}, or empty where none is written
 * @param factor of the written unit in seconds or bytes; 1 for others
 */
record Quantity(double value, int decimals, String unit, double factor) {

    private static final double KILO = 1000;
    private static final double KIBI = 1024;

    /**
     * Reads it.
     *
     * @param word {@code 1,200}, {@code 2.5s}, {@code 512Mi}, {@code 90%}
     * @param next the word after it, which may be its unit
     * @return null where it is no number, or its unit is unknown
     */
    static @Nullable Quantity parse(String word, String next) {
        int end = 0;
        int point = -1;
        StringBuilder digits = new StringBuilder();
        while (end < word.length() && digits.length() < 20 && isPart(word, end, point)) {
            char c = word.charAt(end);
            point = c == '.' ? digits.length() : point;
            if (c != ',' && c != '_') {
                digits.append(c);
            }
            end++;
        }
        if (digits.length() == 0 || digits.charAt(0) == '.') {
            return null;
        }
        double value = Double.parseDouble(digits.toString());
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        String suffix = word.substring(end);
        Quantity own = measured(value, decimals, suffix);
        Quantity spaced = suffix.isEmpty() && !next.isEmpty() ? measured(value, decimals, next) : null;
        return spaced == null ? own : spaced;
    }

    static boolean isUnit(String word) {
        return measured(1, 0, word) != null;
    }

    private static boolean isPart(String word, int at, int point) {
        char c = word.charAt(at);
        boolean digitNext = at + 1 < word.length() && isDigit(word.charAt(at + 1));
        return isDigit(c) || (at > 0 && digitNext && (c == ',' || (c == '.' && point < 0)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable Quantity measured(double value, int decimals, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "" -> new Quantity(value, decimals, "", 1);
            case "%", "percent" -> new Quantity(value, decimals, "%", 1);
            case "ns", "nanoseconds" -> new Quantity(value, decimals, "s", 1e-9);
            case "us", "µs", "microseconds" -> new Quantity(value, decimals, "s", 1e-6);
            case "ms", "msec", "millis", "milliseconds", "millisecond" -> new Quantity(value, decimals, "s", 1e-3);
            case "s", "sec", "secs", "second", "seconds" -> new Quantity(value, decimals, "s", 1);
            case "min", "mins", "minute", "minutes" -> new Quantity(value, decimals, "s", 60);
            case "h", "hr", "hrs", "hour", "hours" -> new Quantity(value, decimals, "s", 3_600);
            case "d", "day", "days" -> new Quantity(value, decimals, "s", 86_400);
            case "b", "byte", "bytes" -> new Quantity(value, decimals, "B", 1);
            case "k", "kb" -> new Quantity(value, decimals, "B", KILO);
            case "m", "mb" -> new Quantity(value, decimals, "B", KILO * KILO);
            case "g", "gb" -> new Quantity(value, decimals, "B", KILO * KILO * KILO);
            case "tb" -> new Quantity(value, decimals, "B", KILO * KILO * KILO * KILO);
            case "ki", "kib" -> new Quantity(value, decimals, "B", KIBI);
            case "mi", "mib" -> new Quantity(value, decimals, "B", KIBI * KIBI);
            case "gi", "gib" -> new Quantity(value, decimals, "B", KIBI * KIBI * KIBI);
            case "ti", "tib" -> new Quantity(value, decimals, "B", KIBI * KIBI * KIBI * KIBI);
            default -> null;
        };
    }

    boolean isPlain() {
        return unit.isEmpty();
    }

    /** Whether this, as precise as it is written, says what {@code other} does; kilo may mean 1000 or 1024. */
    boolean says(Quantity other) {
        return unit.equals(other.unit)
                && (isNear(other.value * other.factor / factor)
                        || (unit.equals("B")
                                && (isNear(other.value * binary(other.factor) / factor)
                                        || isNear(other.value * other.factor / binary(factor)))));
    }

    private boolean isNear(double written) {
        double half = decimals == 0 && value == Math.rint(value) && isPlainOrSame(written)
                ? 1e-9
                : 0.5 * Math.pow(10, -decimals);
        return Math.abs(written - value) <= half + 1e-9 * Math.abs(value);
    }

    /** A number without a unit is not rounded. */
    private boolean isPlainOrSame(double written) {
        return unit.isEmpty() || written == value;
    }

    private static double binary(double factor) {
        return Math.pow(KIBI, Math.rint(Math.log(factor) / Math.log(KILO)));
    }
}
