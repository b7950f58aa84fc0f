package io.troubleshooter.record;

/** One piece of a header pattern. */
interface Step {

    /** The position after the piece that begins at {@code at}; -1 where the line has something else there. */
    int match(byte[] b, int at, int end, HeaderMatch match);

    /** Marks the bytes that the piece can begin with; gives whether it can be empty. */
    boolean first(boolean[] bytes);

    /** A capture: into logger or message, or under its own name; {@code _} is passed over. */
    static void capture(String name, int from, int to, HeaderMatch match) {
        switch (name) {
            case "_" -> {}
            case "logger" -> match.logger(from, to);
            case "message" -> match.message(from, to);
            default -> match.field(name, from, to);
        }
    }

    /** Fixed bytes. */
    record Literal(byte[] text) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            return Ascii.startsWith(b, at, end, text) ? at + text.length : -1;
        }

        @Override
        public boolean first(boolean[] bytes) {
            bytes[text[0] & 0xff] = true;
            return false;
        }
    }

    /** Blanks or tabs, one or more; none are needed at the end of the line. */
    record Blanks() implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = Ascii.skipBlanks(b, at, end);
            return next > at || at == end ? next : -1;
        }

        @Override
        public boolean first(boolean[] bytes) {
            bytes[' '] = true;
            bytes['\t'] = true;
            return false;
        }
    }

    /** Steps that may be missing together. */
    record Maybe(Step[] steps) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int fields = match.fields;
            int next = Step.sequence(steps, b, at, end, match);
            if (next >= 0) {
                return next;
            }
            match.fields = fields;
            return at;
        }

        @Override
        public boolean first(boolean[] bytes) {
            Step.firstOf(steps, bytes);
            return true;
        }
    }

    static int sequence(Step[] steps, byte[] b, int at, int end, HeaderMatch match) {
        int next = at;
        for (Step step : steps) {
            next = step.match(b, next, end, match);
            if (next < 0) {
                return -1;
            }
        }
        return next;
    }

    static boolean firstOf(Step[] steps, boolean[] bytes) {
        for (Step step : steps) {
            if (!step.first(bytes)) {
                return false;
            }
        }
        return true;
    }
}
