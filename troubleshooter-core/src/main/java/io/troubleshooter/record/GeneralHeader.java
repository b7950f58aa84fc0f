package io.troubleshooter.record;

/**
 * The header that most programs write in one order or another: time, level, things in brackets, numbers, logger and a
 * colon or dash. Reads any order; {@link HeaderShape} settles what a single line leaves open.
 */
final class GeneralHeader implements LineFormat {

    static final String ID = "text";

    private static final int MAX_PARTS = 12;
    private static final int LONGEST_BRACKET = 240;

    private final HeaderShape shape;

    GeneralHeader(HeaderShape shape) {
        this.shape = shape;
    }

    @Override
    public boolean read(Line line, HeaderMatch match) {
        match.reset(line.length);
        match.format = ID;
        return new Parse(line.bytes, line.length, match, shape).read(line.start);
    }

    /** One pass over one header; short-lived, so the compiler can keep it off the heap. */
    private static final class Parse {

        private final byte[] b;
        private final int end;
        private final HeaderMatch match;
        private final HeaderShape shape;
        private boolean time;
        private boolean weakTime;
        private boolean level;
        private int brackets;

        Parse(byte[] b, int end, HeaderMatch match, HeaderShape shape) {
            this.b = b;
            this.end = end;
            this.match = match;
            this.shape = shape;
        }

        boolean read(int start) {
            int at = start;
            boolean separated = false;
            for (int part = 0; part < MAX_PARTS && at < end; part++) {
                int next = part(at);
                if (next < 0) {
                    break;
                }
                separated = b[next - 1] == '-' || b[next - 1] == '|';
                at = b[next - 1] == '|' ? next : Ascii.skipBlanks(b, next, end);
            }
            if (!(time && !weakTime) && !level) {
                return false;
            }
            // A dash behind the brackets, or behind a logger, closes the header.
            boolean closed = separated && (brackets > 0 || match.loggerTo > 0);
            new LoggerScan(b, end, match, shape).scan(at, !closed && (level || brackets > 0));
            return true;
        }

        /** The position after the part of a header that begins at {@code at}; -1 where the message begins. */
        private int part(int at) {
            byte c = b[at];
            if (at > 0 && b[at - 1] == '|' && time) {
                return column(at);
            }
            if (c == '[' || c == '(' || c == '<') {
                return bracket(at, c == '[' ? ']' : c == '(' ? ')' : '>');
            }
            if (!time && (Ascii.isDigit(c) || Ascii.isUpper(c))) {
                int next = match.times.scan(b, at, end);
                if (next > 0 && (next == end || !Ascii.isAlphanumeric(b[next]))) {
                    return afterTime(next);
                }
            }
            if (Ascii.isLetter(c)) {
                return word(at);
            }
            if (!time && !level) {
                return -1;
            }
            return Ascii.isDigit(c) ? number(at) : separator(at);
        }

        // "time|component|number|message": columns without blanks, each closed by a bar.
        private int column(int at) {
            int stop = at;
            while (stop < end && b[stop] != '|' && !Ascii.isBlank(b[stop])) {
                stop++;
            }
            if (stop >= end || b[stop] != '|') {
                return word(at);
            }
            Level named = level ? null : LevelNames.word(b, at, stop);
            if (named != null) {
                return takeLevel(named, stop + 1);
            }
            if (match.loggerTo == 0 && Ascii.isLetter(b[at])) {
                match.logger(at, stop);
            }
            return stop + 1;
        }

        private int afterTime(int at) {
            time = true;
            weakTime = match.times.isWeak;
            match.takeTime();
            return at < end && (b[at] == ',' || b[at] == ';' || b[at] == ':' || b[at] == '|') ? at + 1 : at;
        }

        private int bracket(int at, int close) {
            int stop = Ascii.closing(b, at, Math.min(end, at + LONGEST_BRACKET), close);
            if (stop < 0) {
                return -1;
            }
            int from = Ascii.skipBlanks(b, at + 1, stop - 1);
            int to = Ascii.trimEnd(b, from, stop - 1);
            if (!time && bracketedTime(from, to)) {
                return stop;
            }
            Level named = level ? null : LevelNames.word(b, from, to);
            if (named != null) {
                return takeLevel(named, colonAfter(stop));
            }
            return close == ']' && (time || level) ? context(from, to, stop) : -1;
        }

        private boolean bracketedTime(int from, int to) {
            int next = match.times.scan(b, from, to);
            if (next < 0 || next < to) {
                return false;
            }
            afterTime(next);
            return true;
        }

        // Two things in brackets are usual; more of them are likely the message's own.
        private int context(int from, int to, int stop) {
            if (++brackets > 4) {
                return -1;
            }
            match.field(brackets == 1 ? "thread" : "context", from, to);
            return colonAfter(stop);
        }

        private int colonAfter(int at) {
            return at < end && b[at] == ':' && (at + 1 == end || Ascii.isBlank(b[at + 1])) ? at + 1 : at;
        }

        private int word(int at) {
            int stop = at;
            while (stop < end && Ascii.isLetter(b[stop])) {
                stop++;
            }
            Level named = level ? null : LevelNames.word(b, at, stop);
            if (named != null && isLevel(at, stop)) {
                return takeLevel(named, stop < end && isMark(b[stop]) ? stop + 1 : stop);
            }
            return time && !level ? wordsBeforeLevel(at) : -1;
        }

        private boolean isLevel(int from, int to) {
            if (to < end
                    && (Ascii.isAlphanumeric(b[to]) || b[to] == '_' || b[to] == '-' || b[to] == '.' || b[to] == '(')) {
                return false;
            }
            boolean marked = to < end && (isMark(b[to]) || gap(to));
            if (!Ascii.isUpper(b[from])) {
                return time && marked;
            }
            boolean capitals = Ascii.isUpper(b[from + 1]);
            return time ? capitals || marked : capitals && marked;
        }

        private boolean gap(int at) {
            return b[at] == '\t' || (at + 1 < end && b[at] == ' ' && Ascii.isBlank(b[at + 1]));
        }

        private static boolean isMark(byte b) {
            return b == ':' || b == '|' || b == ',';
        }

        private int takeLevel(Level named, int next) {
            level = true;
            match.level = named;
            return next;
        }

        private int wordsBeforeLevel(int at) {
            int named = loggerBeforeLevel(at);
            if (named > 0) {
                return named;
            }
            int next = at;
            for (int i = 0; i < shape.words(); i++) {
                next = Ascii.skipBlanks(b, Ascii.skipWord(b, next, end), end);
                int stop = Ascii.skipName(b, next, end);
                if (next < end && Ascii.isUpper(b[next]) && LevelNames.word(b, next, stop) != null) {
                    match.logger(at, Ascii.trimEnd(b, at, next));
                    return next;
                }
            }
            return -1;
        }

        // "time - logger - LEVEL - message"
        private int loggerBeforeLevel(int at) {
            int stop = Ascii.skipName(b, at, end);
            int dash = Ascii.skipBlanks(b, stop, end);
            if (stop == dash || dash + 1 >= end || (b[dash] != '-' && b[dash] != '|') || !Ascii.isBlank(b[dash + 1])) {
                return -1;
            }
            int next = Ascii.skipBlanks(b, dash + 1, end);
            if (next >= end
                    || !Ascii.isUpper(b[next])
                    || LevelNames.word(b, next, Ascii.skipName(b, next, end)) == null) {
                return -1;
            }
            match.logger(at, stop);
            return next;
        }

        // A process or thread number stands before the level or before a dash, alone.
        private int number(int at) {
            int stop = Ascii.skipDigits(b, at, end);
            if (stop - at > 12 || stop >= end || !Ascii.isBlank(b[stop])) {
                return -1;
            }
            int next = Ascii.skipBlanks(b, stop, end);
            boolean header = next < end && !level && beginsHeaderPart(next);
            if (!header) {
                return -1;
            }
            match.field("pid", at, stop);
            return stop;
        }

        private boolean beginsHeaderPart(int at) {
            if (b[at] == '[' || b[at] == '-' || Ascii.isDigit(b[at])) {
                return true;
            }
            return Ascii.isUpper(b[at]) && LevelNames.word(b, at, Ascii.skipName(b, at, end)) != null;
        }

        private int separator(int at) {
            int stop = at;
            while (stop < end && stop < at + 3 && (b[stop] == '-' || b[stop] == '|' || b[stop] == ':')) {
                stop++;
            }
            boolean alone = stop > at && (stop == end || Ascii.isBlank(b[stop]) || b[at] == '|');
            return alone ? stop : -1;
        }
    }
}
