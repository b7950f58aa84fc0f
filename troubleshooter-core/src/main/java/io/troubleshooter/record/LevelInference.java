package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/**
 * The level of text whose format names none: that of a klog header inside it, {@link Level#ERROR} where it begins with a word that nobody writes of a success,
 * or with the name of an exception and a colon; else {@link Level#UNKNOWN}.
 */
final class LevelInference {

    private static final byte[][] STARTS = {
        Ascii.bytes("error:"),
        Ascii.bytes("error["),
        Ascii.bytes("fatal:"),
        Ascii.bytes("panic:"),
        Ascii.bytes("fatal error:"),
        Ascii.bytes("traceback (most recent call last)"),
        Ascii.bytes("exception in thread"),
        Ascii.bytes("unhandled exception"),
        Ascii.bytes("uncaught "),
        Ascii.bytes("npm err!"),
        Ascii.bytes("npm error"),
        Ascii.bytes("caused by:"),
        Ascii.bytes("php fatal error:"),
        Ascii.bytes("segmentation fault"),
        Ascii.bytes("failed to "),
        Ascii.bytes("thread '"),
    };
    private static final byte[] PANICKED = Ascii.bytes("' panicked at ");
    private static final byte[] EXCEPTION = Ascii.bytes("Exception");
    private static final byte[] ERROR = Ascii.bytes("Error");

    // Terraform draws a box around its errors.
    private static final byte[] BAR = Ascii.bytes("\u2502");

    private LevelInference() {}

    static Level of(byte[] b, int from, int end) {
        if (from + BAR.length < end && Ascii.startsWith(b, from, end, BAR)) {
            return of(b, Ascii.skipBlanks(b, from + BAR.length, end), end);
        }
        if (from >= end || !Ascii.isLetter(b[from])) {
            return Level.UNKNOWN;
        }
        Level klog = klog(b, from, end);
        if (klog != null) {
            return klog;
        }
        for (byte[] start : STARTS) {
            if (startsWith(b, from, end, start)) {
                return start[0] == 't' && start[2] == 'r' && Ascii.indexOf(b, PANICKED, from, end) < 0
                        ? Level.UNKNOWN
                        : Level.ERROR;
            }
        }
        return isThrown(b, from, end) ? Level.ERROR : Level.UNKNOWN;
    }

    /** The level of a klog header, {@code W0303 07:00:03.2}, as the journal shows it behind its own; null for others. */
    private static @Nullable Level klog(byte[] b, int from, int end) {
        boolean header = from + 9 < end
                && Ascii.skipDigits(b, from + 1, end) == from + 5
                && b[from + 5] == ' '
                && Ascii.skipDigits(b, from + 6, end) == from + 8
                && b[from + 8] == ':';
        return header ? LevelNames.letter(b[from]) : null;
    }

    private static boolean startsWith(byte[] b, int from, int end, byte[] lower) {
        if (end - from < lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            if (Ascii.lower(b[from + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text begins like {@code java.io.IOException: closed} or {@code ValueError: bad}. */
    static boolean isThrown(byte[] b, int from, int end) {
        int stop = Ascii.skipName(b, from, end);
        int after = afterCode(b, stop, end);
        if (after < end && b[after] != ':') {
            return false;
        }
        return endsWith(b, from, stop, EXCEPTION) || endsWith(b, from, stop, ERROR);
    }

    /** Behind the number in parentheses that .NET puts between name and colon: {@code SocketException (111): ...}. */
    static int afterCode(byte[] b, int at, int end) {
        if (at + 2 >= end || b[at] != ' ' || b[at + 1] != '(') {
            return at;
        }
        int close = Ascii.indexOf(b, ')', at, Math.min(end, at + 24));
        return close < 0 ? at : close + 1;
    }

    private static boolean endsWith(byte[] b, int from, int to, byte[] suffix) {
        return to - from >= suffix.length && Ascii.startsWith(b, to - suffix.length, to, suffix);
    }
}
