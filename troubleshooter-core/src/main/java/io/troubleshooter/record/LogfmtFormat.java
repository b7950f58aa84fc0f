package io.troubleshooter.record;

/** Lines of {@code key=value key="quoted value"}; at least two of time, level and message must be among the keys. */
final class LogfmtFormat implements LineFormat {

    static final String ID = "logfmt";

    private static final int LONGEST_KEY = 64;

    private final StructuredHeader header;
    private final int maxBytes;

    private int valueFrom;
    private int valueTo;
    private long hash;

    LogfmtFormat(KeyTable keys, int maxBytes) {
        this.header = new StructuredHeader(keys);
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean read(Line line, HeaderMatch match) {
        int start = line.firstNonBlank();
        if (key(line.bytes, start, line.length) < 0) {
            return false;
        }
        line.loadUpTo(maxBytes);
        match.reset(line.length);
        match.message(start, Ascii.trimEnd(line.bytes, start, line.length));
        match.escaped = true;
        match.format = ID;
        header.reset();
        readPairs(line.bytes, start, line.length, match);
        return header.found() >= 2 || (header.has(KeyTable.Role.LEVEL) && match.fields > 0);
    }

    private void readPairs(byte[] b, int start, int end, HeaderMatch match) {
        int at = start;
        while (at < end) {
            int value = key(b, at, end);
            if (value < 0) {
                at = Ascii.skipBlanks(b, Ascii.skipWord(b, at, end), end);
                continue;
            }
            int stop = value(b, value, end);
            header.accept(hash, b, valueFrom, valueTo, match);
            at = Ascii.skipBlanks(b, stop, end);
        }
    }

    /** The position after the {@code =} of the key that begins at {@code at}; -1 where no key does. */
    private int key(byte[] b, int at, int end) {
        long path = KeyTable.SEED;
        int limit = Math.min(end, at + LONGEST_KEY);
        for (int i = at; i < limit; i++) {
            if (b[i] == '=') {
                hash = path;
                return i == at ? -1 : i + 1;
            }
            if (!Ascii.isName(b[i])) {
                return -1;
            }
            path = KeyTable.step(path, b[i]);
        }
        return -1;
    }

    private int value(byte[] b, int at, int end) {
        int quoted = at < end && b[at] == '"' ? JsonScanner.skipString(b, at, end) : -1;
        if (quoted > 0) {
            valueFrom = at + 1;
            valueTo = quoted - 1;
            return quoted;
        }
        valueFrom = at;
        valueTo = Ascii.skipWord(b, at, end);
        return valueTo;
    }
}
