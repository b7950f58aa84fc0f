package io.troubleshooter.envelope;

/** Line numbers that an editor, {@code cat -n} or a web page put before each line: they rise by one. */
final class LineNumbers implements WeakLayer {

    private static final int FEWEST = 5;
    private static final int MOST_DIGITS = 8;

    private long previous = -1;
    private long number;

    @Override
    public boolean recognises(Cursor line) {
        int text = text(line);
        if (text < 0) {
            return false;
        }
        boolean next = previous < 0 || number == previous + 1;
        previous = number;
        return next;
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits >= FEWEST && hits * 10 >= seen * 9;
    }

    @Override
    public boolean strip(Cursor line) {
        int text = text(line);
        if (text < 0 || (previous >= 0 && number <= previous)) {
            return false;
        }
        previous = number;
        line.dropBefore(text);
        return true;
    }

    /** Offset after the number and its separator; -1 if the line has none. */
    private int text(Cursor line) {
        byte[] bytes = line.bytes();
        int digits = line.skipBlanks(line.from());
        int end = IsoTime.skipDigits(bytes, digits, Math.min(line.to(), digits + MOST_DIGITS));
        if (end == digits) {
            return -1;
        }
        number = 0;
        for (int i = digits; i < end; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return separatorEnd(line, end);
    }

    private static int separatorEnd(Cursor line, int at) {
        if (at == line.to()) {
            return at;
        }
        byte b = line.bytes()[at];
        if (b == '\t') {
            return at + 1;
        }
        if (b == ' ' || b == ':' || b == '|' || b == '.') {
            boolean blank = at + 1 < line.to() && line.bytes()[at + 1] == ' ';
            return blank ? at + 2 : b == '.' ? -1 : at + 1;
        }
        return -1;
    }
}
