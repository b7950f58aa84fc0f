package io.troubleshooter.record;

/** Steps that read a time, a level or a number. */
final class ValueStep {

    private ValueStep() {}

    /**
     * A timestamp of any syntax.
     *
     * @param monthFirst only one that begins with the name of a month or weekday
     */
    record Time(boolean monthFirst) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            if (monthFirst && (at >= end || !Ascii.isUpper(b[at]))) {
                return -1;
            }
            int next = match.times.scan(b, at, end);
            if (next > 0) {
                match.takeTime();
            }
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            FirstBytes.digits(bytes);
            return FirstBytes.letters(bytes);
        }
    }

    /** Seconds, milli-, micro- or nanoseconds since 1970. */
    record Epoch() implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = at;
            while (next < end && (Ascii.isDigit(b[next]) || b[next] == '.')) {
                next++;
            }
            if (next == at || !match.times.epoch(b, at, next)) {
                return -1;
            }
            match.takeTime();
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return FirstBytes.digits(bytes);
        }
    }

    /** A level by name, as all loggers call it or as this format does. */
    record LevelWord(LevelWords words) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = at;
            while (next < end && (Ascii.isAlphanumeric(b[next]) || b[next] == '!')) {
                next++;
            }
            return words.read(b, at, next, match) ? next : -1;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return FirstBytes.letters(bytes);
        }
    }

    /** A level by its first letter. */
    record LevelLetter() implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            Level level = at < end ? LevelNames.letter(b[at]) : null;
            if (level == null) {
                return -1;
            }
            match.level = level;
            return at + 1;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return FirstBytes.letters(bytes);
        }
    }

    /** One of some bytes, each with its level; {@code null} for any. */
    record LevelMark(String marks, Level[] levels) implements Step {
        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int index = at < end ? marks.indexOf(b[at]) : -1;
            if (index < 0) {
                return -1;
            }
            match.level = levels[index];
            return at + 1;
        }

        @Override
        public boolean first(boolean[] bytes) {
            for (int i = 0; i < marks.length(); i++) {
                bytes[marks.charAt(i)] = true;
            }
            return false;
        }
    }

    /** Digits, or a number with sign and fraction, or a dash for none. Padded ones may have blanks before them. */
    record Number(String name, Kind kind) implements Step {

        /** What the number means. */
        enum Kind {
            INTEGER,
            DECIMAL,
            PADDED,
            UPTIME,
            STATUS,
            PRIORITY
        }

        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int from = kind == Kind.PADDED || kind == Kind.UPTIME ? Ascii.skipBlanks(b, at, end) : at;
            int next = Ascii.skipDigits(b, from < end && b[from] == '-' ? from + 1 : from, end);
            boolean point = next < end && b[next] == '.' && (kind == Kind.DECIMAL || kind == Kind.UPTIME);
            if (point) {
                next = Ascii.skipDigits(b, next + 1, end);
            }
            if (next == from
                    || (kind == Kind.UPTIME && !point)
                    || (kind == Kind.PRIORITY && !isPriority(b, from, next))) {
                return -1;
            }
            use(b, from, next, match);
            Step.capture(name, from, next, match);
            return next;
        }

        // RFC 5424 section 6.2.1: 0 to 191
        private static boolean isPriority(byte[] b, int from, int to) {
            return to - from <= 3 && b[from] != '-' && TimeScanner.number(b, from, to) <= 191;
        }

        private void use(byte[] b, int at, int next, HeaderMatch match) {
            if (kind == Kind.PRIORITY) {
                match.level = LevelNames.priority(TimeScanner.number(b, at, next));
            } else if (kind == Kind.STATUS && next - at == 3) {
                match.level = b[at] == '5' ? Level.ERROR : Level.INFO;
            }
        }

        @Override
        public boolean first(boolean[] bytes) {
            bytes['-'] = true;
            bytes[' '] = true;
            return FirstBytes.digits(bytes);
        }
    }

    /** A state in capitals, {@code CREATE_FAILED}; one of failure is an error. */
    record State(String name) implements Step {
        private static final byte[] FAILED = Ascii.bytes("FAILED");

        @Override
        public int match(byte[] b, int at, int end, HeaderMatch match) {
            int next = Ascii.skipWord(b, at, end);
            if (next == at || !WordTests.isState(b, at, next)) {
                return -1;
            }
            match.level = Ascii.startsWith(b, next - FAILED.length, next, FAILED) ? Level.ERROR : Level.INFO;
            Step.capture(name, at, next, match);
            return next;
        }

        @Override
        public boolean first(boolean[] bytes) {
            return FirstBytes.letters(bytes);
        }
    }
}
