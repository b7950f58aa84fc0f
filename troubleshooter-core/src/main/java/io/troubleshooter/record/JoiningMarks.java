package io.troubleshooter.record;

/** How lines look that are not indented and yet go on with what came before. */
final class JoiningMarks {

    private static final byte[][] TRACE = all(
            "Caused by:",
            "Suppressed:",
            "... ",
            "--- End of ",
            "[CIRCULAR REFERENCE",
            "Stack trace:",
            "#",
            "}",
            "Node.js v",
            "[stack]",
            "[previous exception]",
            "Wrapped by:",
            "nested exception is",
            "from ",
            "---> ");
    private static final byte[][] CHAIN =
            all("During handling of the above exception", "The above exception was the direct cause");
    private static final byte[][] GO = all(
            "goroutine ",
            "created by ",
            "[signal ",
            "exit status ",
            "panic: ",
            "runtime stack:",
            "fatal error: ",
            "\truntime",
            "[originating from goroutine");
    private static final byte[][] RUST = all("note: ", "stack backtrace:");
    private static final byte[][] BOX = all("\u2502", "\u2575", "\u2577");
    private static final byte[][] CRASHES = all(
            "panic: ",
            "fatal error: ",
            "Exception in thread ",
            "Unhandled exception",
            "thread '",
            "PHP Fatal error:",
            "# A fatal error",
            "Fatal Python error:",
            "Segmentation fault",
            "\u2577",
            "node:internal/",
            "Uncaught ");

    private JoiningMarks() {}

    private static byte[][] all(String... texts) {
        byte[][] bytes = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            bytes[i] = Ascii.bytes(texts[i]);
        }
        return bytes;
    }

    private static boolean one(byte[][] starts, byte[] b, int from, int end) {
        for (byte[] start : starts) {
            if (b[from] == start[0] && Ascii.startsWith(b, from, end, start)) {
                return true;
            }
        }
        return false;
    }

    static boolean isTrace(byte[] b, int from, int end) {
        if (!one(TRACE, b, from, end)) {
            return false;
        }
        // "#0 /app/x.php(3): f()" and a lone closing brace
        return switch (b[from]) {
            case '#' -> from + 2 < end && Ascii.isDigit(b[from + 1]);
            case '}' -> Ascii.trimEnd(b, from, end) - from <= 2;
            case '.' -> Ascii.isDigit(b[Math.min(from + 4, end - 1)]);
            default -> true;
        };
    }

    static boolean isPythonChain(byte[] b, int from, int end) {
        return one(CHAIN, b, from, end);
    }

    /** A line of a goroutine dump: a state, a call, or who created it. */
    static boolean isGo(byte[] b, int from, int end) {
        if (one(GO, b, from, end)) {
            return true;
        }
        int name = Ascii.skipName(b, from, end);
        return b[end - 1] == ')'
                && name > from
                && name < end
                && (b[name] == '(' || b[name] == '[')
                && Ascii.indexOf(b, '.', from, end) > 0
                && Ascii.indexOf(b, ' ', from, Math.min(name + 1, end)) < 0;
    }

    static boolean isRust(byte[] b, int from, int end) {
        return one(RUST, b, from, end);
    }

    static boolean isBox(byte[] b, int from, int end) {
        return one(BOX, b, from, end);
    }

    /** Like {@code Status:       Running} in kubectl describe; a key alone begins a section of its own. */
    static boolean isKeyWithValue(byte[] b, int from, int end) {
        int stop = from;
        while (stop < end && (Ascii.isLetter(b[stop]) || b[stop] == ' ' || b[stop] == '-')) {
            stop++;
        }
        return stop > from && stop + 1 < end && b[stop] == ':' && Ascii.isBlank(b[stop + 1]);
    }

    /** Whether the line is a program's last word, and no part of what was logged before. */
    static boolean isCrash(byte[] b, int from, int end) {
        return from < end && one(CRASHES, b, from, end);
    }
}
