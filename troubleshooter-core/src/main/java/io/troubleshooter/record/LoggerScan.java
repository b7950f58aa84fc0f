package io.troubleshooter.record;

/** Finds logger and message behind time, level and brackets of a general header. */
final class LoggerScan {

    private static final int LONGEST = 160;
    private static final int LONGEST_PROGRAM = 48;
    private static final byte[] DASH = Ascii.bytes(" - ");

    private final byte[] b;
    private final int end;
    private final HeaderMatch match;
    private final HeaderShape shape;

    LoggerScan(byte[] b, int end, HeaderMatch match, HeaderShape shape) {
        this.b = b;
        this.end = end;
        this.match = match;
        this.shape = shape;
    }

    /** @param sure whether more than a time came before, so that a logger is likely */
    void scan(int at, boolean sure) {
        int from = Ascii.skipBlanks(b, at, end);
        int message = sure ? logger(from) : from;
        if (message == from && shape.program() && match.loggerTo == 0) {
            message = program(from);
        }
        int to = Ascii.trimEnd(b, message, end);
        if (match.loggerTo == 0 && to > message && b[to - 1] == ')') {
            to = loggerAtEnd(message, to);
        }
        match.message(message, to);
    }

    private int logger(int from) {
        int stop = Ascii.skipName(b, from, Math.min(end, from + LONGEST));
        if (stop == from || stop >= end || match.loggerTo > 0) {
            return from;
        }
        if (b[stop] == ':' && stop + 1 < end && Ascii.isDigit(b[stop + 1])) {
            stop = Ascii.skipDigits(b, stop + 1, end);
            if (stop == end) {
                return from;
            }
        }
        int bracket = b[stop] == '[' || b[stop] == '(' ? closing(stop) : stop;
        if (b[bracket] == ':' && (bracket + 1 == end || Ascii.isBlank(b[bracket + 1]))) {
            return shape.logger() || isClass(b, from, stop) ? take(from, bracket, bracket + 1) : from;
        }
        if (!Ascii.isBlank(b[stop])) {
            return from;
        }
        return spaced(from, stop);
    }

    private int closing(int at) {
        int stop = Ascii.closing(b, at, Math.min(end, at + LONGEST), b[at] == '[' ? ']' : ')');
        return stop < 0 || stop >= end ? at : stop;
    }

    // "logger - message", "logger : message", "logger | message", "logger [thread] - message"
    private int spaced(int from, int stop) {
        int mark = Ascii.skipBlanks(b, stop, end);
        if (mark + 1 < end && isMark(b[mark]) && Ascii.isBlank(b[mark + 1])) {
            return shape.logger() || isClass(b, from, stop) ? take(from, stop, mark + 1) : from;
        }
        if (mark < end && b[mark] == '[' && isClass(b, from, stop)) {
            int after = Ascii.skipBlanks(b, closing(mark), end);
            if (after > mark && after + 1 < end && isMark(b[after]) && Ascii.isBlank(b[after + 1])) {
                match.field("thread", mark + 1, Ascii.trimEnd(b, mark, after) - 1);
                return take(from, stop, after + 1);
            }
        }
        return shape.column() && mark > stop + 1 ? take(from, stop, mark) : from;
    }

    private static boolean isMark(byte b) {
        return b == '-' || b == ':' || b == '|';
    }

    private int take(int from, int stop, int next) {
        match.logger(from, stop);
        return Ascii.skipBlanks(b, next, end);
    }

    /** Whether the word looks like a class, module or file: dots, dollars or capitals inside. */
    static boolean isClass(byte[] b, int from, int to) {
        if (!Ascii.isLetter(b[from]) && b[from] != '_') {
            return false;
        }
        for (int i = from + 1; i < to - 1; i++) {
            if (b[i] == '$' || b[i] == '.' || b[i] == '_' || (Ascii.isUpper(b[i]) && !Ascii.isUpper(b[i - 1]))) {
                return true;
            }
        }
        return false;
    }

    private int program(int from) {
        int dash = Ascii.indexOf(b, DASH, from, Math.min(end, from + LONGEST_PROGRAM));
        return dash > from ? take(from, dash, dash + DASH.length) : from;
    }

    // Kafka's layout ends a line with its logger: "message (kafka.server.KafkaServer)"
    private int loggerAtEnd(int from, int to) {
        int open = to - 2;
        while (open > from && Ascii.isName(b[open])) {
            open--;
        }
        boolean dotted = Ascii.indexOf(b, '.', open + 1, to - 1) > 0;
        if (b[open] != '(' || open == from || !Ascii.isBlank(b[open - 1]) || !dotted || !isClass(b, open + 1, to - 1)) {
            return to;
        }
        match.logger(open + 1, to - 1);
        return Ascii.trimEnd(b, from, open);
    }
}
