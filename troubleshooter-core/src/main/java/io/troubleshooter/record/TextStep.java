package io.troubleshooter.record;

/** Steps that take a part of the line as it is. */
final class TextStep {

    private TextStep() {}

    /** A run without blanks up to a byte, or up to a blank. */
    record Word(String name, int stop) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = at;
            while (next < end && b[next] != stop && !Ascii.isBlank(b[next])) {
                next++;
            }
            if (next == at) {
                return -1;
            }
            Step.capture(name, at, next, match);
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return FirstBytes.all(bytes);
        }
    }

    /** Like a class, module or file: a name with a dot, slash, dollar or inner capital. */
    record ClassName(String name) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = Ascii.skipName(b, at, end);
            if (next == at || !LoggerScan.isClass(b, at, next)) {
                return -1;
            }
            Step.capture(name, at, next, match);
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            bytes['_'] = true;
            return FirstBytes.letters(bytes);
        }
    }

    /** Anything, blanks too, up to some fixed bytes. */
    record Until(String name, byte[] stop, int limit) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = Ascii.indexOf(b, stop, at, Math.min(end, at + limit));
            if (next < 0) {
                return -1;
            }
            Step.capture(name, Ascii.skipBlanks(b, at, next), Ascii.trimEnd(b, at, next), match);
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return !FirstBytes.all(bytes);
        }
    }

    /** The inside of brackets that may hold brackets themselves; begins after the opening one. */
    record Inside(String name, int open, int close) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int depth = 1;
            for (int i = at; i < end; i++) {
                if (b[i] == open) {
                    depth++;
                } else if (b[i] == close && --depth == 0) {
                    Step.capture(name, Ascii.skipBlanks(b, at, i), Ascii.trimEnd(b, at, i), match);
                    return i;
                }
            }
            return -1;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return !FirstBytes.all(bytes);
        }
    }

    /** A text in double quotes, captured without them. */
    record Quoted(String name) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = at < end && b[at] == '"' ? JsonScanner.skipString(b, at, end) : -1;
            if (next > 0) {
                Step.capture(name, at + 1, next - 1, match);
            }
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            bytes['"'] = true;
            return false;
        }
    }

    /** All that is left, without blanks at its ends. */
    record Rest(String name) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int from = Ascii.skipBlanks(b, at, end);
            Step.capture(name, from, Ascii.trimEnd(b, from, end), match);
            return end;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return !FirstBytes.all(bytes);
        }
    }

    /** All that is left, with the logger in parentheses at its end where there is one. */
    record Logged() implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            new LoggerScan(b, end, match, HeaderShape.CAUTIOUS).scan(at, false);
            return end;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return !FirstBytes.all(bytes);
        }
    }

    /** Where the message begins, though fields follow in it. */
    record From() implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            match.message(at, Ascii.trimEnd(b, at, end));
            return at;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return true;
        }
    }

    /** A word of which a test is true. */
    record Tested(String name, int stop, Test test) implements Step {

        /** What can be asked of a word. */
        interface Test {
            boolean accepts(byte[] b, int from, int to);
        }

        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = at;
            while (next < end && b[next] != stop && !Ascii.isBlank(b[next])) {
                next++;
            }
            if (next == at || !test.accepts(b, at, next)) {
                return -1;
            }
            Step.capture(name, at, next, match);
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return FirstBytes.all(bytes);
        }
    }

    /** A Rust module: {@code my_app::net}. */
    record RustPath(String name) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = Ascii.skipName(b, at, end);
            while (next + 2 < end && b[next] == ':' && b[next + 1] == ':') {
                next = Ascii.skipName(b, next + 2, end);
            }
            if (next == at || !WordTests.isPath(b, at, next)) {
                return -1;
            }
            Step.capture(name, at, next, match);
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            bytes['_'] = true;
            return FirstBytes.letters(bytes);
        }
    }

    /** The end of the line. */
    record End() implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            return Ascii.skipBlanks(b, at, end) == end ? end : -1;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return true;
        }
    }
}
