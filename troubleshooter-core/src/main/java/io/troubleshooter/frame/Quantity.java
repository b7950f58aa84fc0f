package io.troubleshooter.frame;

import io.troubleshooter.redact.RedactedText;
import java.util.Locale;

/** Reads numbers with a unit: durations as milliseconds, sizes as bytes. */
final class Quantity {

    private Quantity() {}

    /** Milliseconds of {@code 35ms}, {@code 1.5 s}, {@code 1h2m3s}; NaN where it is none. */
    static double milliseconds(RedactedText text) {
        return sum(text.toString(), true);
    }

    /** Bytes of {@code 512MiB}, {@code 3 kB}; NaN where it is none. */
    static double bytes(RedactedText text) {
        return sum(text.toString(), false);
    }

    /** The number of {@code 93.5%}; NaN where it is none. */
    static double number(RedactedText text) {
        String digits = text.toString();
        return parse(digits, 0, numberEnd(digits, 0));
    }

    private static double sum(String text, boolean time) {
        double sum = 0;
        for (int at = 0; at < text.length(); ) {
            int numberEnd = numberEnd(text, at);
            int unitStart = skipSpaces(text, numberEnd);
            int unitEnd = unitEnd(text, unitStart);
            double number = parse(text, at, numberEnd);
            String unit = text.substring(unitStart, unitEnd).toLowerCase(Locale.ROOT);
            double factor = time ? timeFactor(unit) : sizeFactor(unit);
            if (Double.isNaN(number) || Double.isNaN(factor) || unitEnd == at) {
                return Double.NaN;
            }
            sum += number * factor;
            at = skipSpaces(text, unitEnd);
        }
        return text.isEmpty() ? Double.NaN : sum;
    }

    private static double timeFactor(String unit) {
        return switch (unit) {
            case "ns", "nanos", "nanoseconds" -> 1e-6;
            case "us", "µs", "μs", "micros", "microseconds", "usec" -> 1e-3;
            case "ms", "msec", "msecs", "millis", "milliseconds", "millisecond" -> 1;
            case "s", "sec", "secs", "second", "seconds" -> 1e3;
            case "m", "min", "mins", "minute", "minutes" -> 6e4;
            case "h", "hr", "hrs", "hour", "hours" -> 3.6e6;
            case "d", "day", "days" -> 8.64e7;
            default -> Double.NaN;
        };
    }

    private static double sizeFactor(String unit) {
        return switch (unit) {
            case "b", "byte", "bytes" -> 1;
            case "kb" -> 1e3;
            case "k", "ki", "kib" -> 1024;
            case "mb" -> 1e6;
            case "m", "mi", "mib" -> 1 << 20;
            case "gb" -> 1e9;
            case "g", "gi", "gib" -> 1 << 30;
            case "tb" -> 1e12;
            case "t", "ti", "tib" -> 1L << 40;
            default -> Double.NaN;
        };
    }

    private static int numberEnd(String text, int at) {
        int i = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.' || text.charAt(i) == ',')) {
            i++;
        }
        return i;
    }

    private static int unitEnd(String text, int at) {
        int i = at;
        while (i < text.length() && Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipSpaces(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static double parse(String text, int from, int to) {
        if (from >= to || to - from > 24) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.substring(from, to).replace(",", ""));
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
