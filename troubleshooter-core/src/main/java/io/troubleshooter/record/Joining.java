package io.troubleshooter.record;

/**
 * What an open record expects of the lines behind it: the state of a small machine per language and layout. Begins with
 * {@link #begin}; {@link #next} gives the state after a further line, or {@link #END} where the line is no part of it.
 */
enum Joining {
    /** Nothing in particular: indented lines go on. */
    NONE,
    /** Java, .NET, Node, Ruby, PHP: an exception and its frames. */
    TRACE,
    /** Frames of a Python traceback; the first line that is not indented closes it. */
    PYTHON,
    /** A Python traceback that was closed; only a chained one goes on. */
    PYTHON_CLOSED,
    GO,
    /** A Rust panic whose message is the next line. */
    RUST_MESSAGE,
    RUST,
    /** The source line that Node prints before an uncaught error. */
    NODE_SOURCE,
    /** Terraform's error box. */
    BOX,
    /** Lines that begin with a hash: the JVM's fatal error. */
    HASH,
    /** A JSON object over several lines. */
    JSON,
    /** What kubectl describe prints: keys with values. */
    DESCRIBE,
    /** The comment lines and the statement of a slow query log. */
    SLOW_QUERY,
    /** No part of the record. */
    END;

    private static final byte[] TRACEBACK = Ascii.bytes("Traceback (most recent call last)");
    private static final byte[] PANICKED = Ascii.bytes("' panicked at ");
    private static final byte[] PANIC = Ascii.bytes("panic: ");
    private static final byte[] FATAL = Ascii.bytes("fatal error: ");
    private static final byte[] GOROUTINE = Ascii.bytes("goroutine ");
    private static final byte[] SERVING = Ascii.bytes("http: panic serving ");
    private static final byte[] BOX_START = Ascii.bytes("\u2577");
    private static final byte[] JVM_FATAL = Ascii.bytes("# A fatal error");
    private static final byte[] SLOW_TIME = Ascii.bytes("# Time: ");
    private static final byte[] SLOW_USER = Ascii.bytes("# User@Host: ");
    private static final byte[] DESCRIBED = Ascii.bytes("Name:  ");

    /** The state after a line that begins at {@code from}: what its own text announces. */
    static Joining begin(byte[] b, int from, int end) {
        if (from >= end) {
            return NONE;
        }
        return switch (b[from]) {
            case 'T' -> starts(b, from, end, TRACEBACK) ? PYTHON : thrown(b, from, end);
            case 'p' -> starts(b, from, end, PANIC) ? GO : thrown(b, from, end);
            case 'f' -> starts(b, from, end, FATAL) ? GO : thrown(b, from, end);
            case 'g' -> starts(b, from, end, GOROUTINE) ? GO : thrown(b, from, end);
            case 'h' -> starts(b, from, end, SERVING) ? GO : thrown(b, from, end);
            case 't' -> rust(b, from, end);
            case '#' -> hash(b, from, end);
            case 'N' -> starts(b, from, end, DESCRIBED) ? DESCRIBE : thrown(b, from, end);
            case '/' -> endsWithNumber(b, from, end) ? NODE_SOURCE : NONE;
            case '+', '|' -> Ascii.indexOf(b, TRACEBACK, from, end) > 0 ? PYTHON : NONE;
            default -> b[from] < 0 && starts(b, from, end, BOX_START) ? BOX : thrown(b, from, end);
        };
    }

    private static boolean starts(byte[] b, int from, int end, byte[] prefix) {
        return Ascii.startsWith(b, from, end, prefix);
    }

    private static Joining thrown(byte[] b, int from, int end) {
        return LevelInference.isThrown(b, from, end) ? TRACE : NONE;
    }

    private static Joining rust(byte[] b, int from, int end) {
        if (Ascii.indexOf(b, PANICKED, from, end) < 0) {
            return thrown(b, from, end);
        }
        return b[end - 1] == ':' ? RUST_MESSAGE : RUST;
    }

    private static Joining hash(byte[] b, int from, int end) {
        if (end - from == 1 || starts(b, from, end, JVM_FATAL)) {
            return HASH;
        }
        return starts(b, from, end, SLOW_TIME) || starts(b, from, end, SLOW_USER) ? SLOW_QUERY : NONE;
    }

    private static boolean endsWithNumber(byte[] b, int from, int end) {
        int digits = end;
        while (digits > from && Ascii.isDigit(b[digits - 1])) {
            digits--;
        }
        return digits < end && digits > from && b[digits - 1] == ':';
    }

    /** The state after a line that is not blank. */
    Joining next(byte[] b, int from, int end) {
        boolean indented = from >= 2 || b[0] == '\t' || (from == 1 && b[1] == 'a');
        return switch (this) {
            case NONE, TRACE -> trace(b, from, end, indented);
            case PYTHON -> indented ? PYTHON : PYTHON_CLOSED;
            case PYTHON_CLOSED -> afterPython(b, from, end, indented);
            case GO -> indented || JoiningMarks.isGo(b, from, end) ? GO : END;
            case RUST_MESSAGE -> RUST;
            case RUST -> indented || JoiningMarks.isRust(b, from, end) ? RUST : END;
            case NODE_SOURCE -> indented ? NODE_SOURCE : thrown(b, from, end) == TRACE ? TRACE : END;
            case BOX -> JoiningMarks.isBox(b, from, end) ? BOX : END;
            case HASH -> b[0] == '#' ? HASH : END;
            case JSON -> END;
            case DESCRIBE -> indented || JoiningMarks.isKeyWithValue(b, from, end) ? DESCRIBE : END;
            case SLOW_QUERY -> slowQuery(b, from, end);
            case END -> END;
        };
    }

    private Joining trace(byte[] b, int from, int end, boolean indented) {
        if (indented) {
            Joining announced = this == NONE ? begin(b, from, end) : this;
            return announced == NODE_SOURCE || announced == DESCRIBE ? this : announced;
        }
        return JoiningMarks.isTrace(b, from, end) ? TRACE : END;
    }

    private static Joining afterPython(byte[] b, int from, int end, boolean indented) {
        if (starts(b, from, end, TRACEBACK)) {
            return PYTHON;
        }
        return indented || JoiningMarks.isPythonChain(b, from, end) ? PYTHON_CLOSED : END;
    }

    private static Joining slowQuery(byte[] b, int from, int end) {
        return starts(b, from, end, SLOW_TIME) ? END : SLOW_QUERY;
    }

    /** Whether it is the trace of an error, which belongs to the line before it that says what went wrong. */
    boolean isThrown() {
        return this == TRACE || this == PYTHON;
    }

    /** Whether empty lines are part of what this state joins. */
    boolean spansBlankLines() {
        return this != DESCRIBE && this != SLOW_QUERY && this != PYTHON;
    }
}
