package io.troubleshooter.normalize;

/** Cleans one line at a time into a buffer of its own. */
final class LineCleaner {

    private static final int ESC = 0x1b;
    private static final int REPLACEMENT = 0xfffd;

    private final EscapeCodes codes = new EscapeCodes();
    private final LineBuffer out = new LineBuffer();
    private byte[] in = new byte[0];
    private int end;
    private int start;
    private Answer colourRemains = Answer.UNKNOWN;
    private Answer windows = Answer.UNKNOWN;

    /** What is found out about a line where it first matters. */
    private enum Answer {
        UNKNOWN,
        YES,
        NO;

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    byte[] bytes() {
        return out.bytes();
    }

    int length() {
        return out.length();
    }

    /** Cleans a line; false if there was nothing to clean and the line is to stay as it is. */
    boolean clean(byte[] line, int from, int to) {
        in = line;
        start = from;
        end = to;
        colourRemains = Answer.UNKNOWN;
        windows = Answer.UNKNOWN;
        int i = plainEnd(from);
        if (i == to) {
            return false;
        }
        codes.startLine();
        out.startLine(to - from);
        out.put(line, from, i);
        while (i < to) {
            int after = special(line[i], i);
            i = plainEnd(after);
            out.put(line, after, i);
        }
        out.endLine();
        return true;
    }

    /** Offset of the first byte from {@code at} on that cannot stay. */
    private int plainEnd(int at) {
        int i = at;
        while (i < end) {
            byte b = in[i];
            if (b < 0) {
                int after = shownEnd(i);
                if (after < 0) {
                    return i;
                }
                i = after;
            } else if ((b >= ' ' && b != 0x7f && (b != '[' || !isColourRemains(i))) || b == '\t') {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    /** Offset after a character beyond ASCII that is well formed and shows; -1 if it is neither. */
    private int shownEnd(int at) {
        int decoded = Utf8.decode(in, at, end);
        int codePoint = decoded >> 3;
        boolean shows = codePoint >= 0xa0 && !Invisible.isBreak(codePoint) && !Invisible.is(codePoint);
        return shows ? at + (decoded & 7) : -1;
    }

    private boolean isColourRemains(int at) {
        if (!ColourRemains.mayStandAt(in, at, end)) {
            return false;
        }
        if (colourRemains == Answer.UNKNOWN) {
            colourRemains = Answer.of(ColourRemains.standIn(in, start, end));
        }
        return colourRemains == Answer.YES && ColourRemains.end(in, at, end) > 0;
    }

    /** Handles what is not plain; returns where to go on. */
    private int special(byte b, int at) {
        if (b == '[') {
            return ColourRemains.end(in, at, end);
        }
        if (b < 0) {
            return beyondAscii(at);
        }
        switch (b) {
            case '\r' -> out.startOver();
            case '\b' -> out.dropLast();
            case 0x0b, 0x0c -> out.put((byte) ' ');
            case ESC -> {
                return escape(at, codes.end(in, at, end));
            }
            default -> {
                // Other control characters show nothing.
            }
        }
        return at + 1;
    }

    /** A move to the first column starts over like a carriage return; a move to the right stands for blanks. */
    private int escape(int at, int after) {
        if (after > at + 2 && in[at + 1] == '[') {
            moveCursor(in[after - 1]);
        }
        return after;
    }

    private void moveCursor(byte command) {
        if (command == 'G') {
            out.startOver();
        } else if (command == 'C') {
            out.put((byte) ' ');
        }
    }

    private int beyondAscii(int at) {
        int decoded = Utf8.decode(in, at, end);
        if (decoded < 0) {
            return malformed(at);
        }
        int codePoint = decoded >> 3;
        int after = at + (decoded & 7);
        if (codePoint < 0xa0) {
            return c1(codePoint, after);
        }
        return invisible(codePoint, after);
    }

    private int invisible(int codePoint, int after) {
        if (Invisible.isBreak(codePoint)) {
            out.put((byte) ' ');
        }
        return after;
    }

    /** Control characters U+0080 to U+009F, of which some begin terminal codes as escape sequences do. */
    private int c1(int codePoint, int after) {
        return switch (codePoint) {
            case 0x9b -> codes.controlEnd(in, after, end);
            case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> codes.stringEnd(in, after, end);
            default -> invisible(codePoint, after);
        };
    }

    private int malformed(int at) {
        if (windows == Answer.UNKNOWN) {
            windows = Answer.of(Windows1252.fits(in, start, end));
        }
        if (windows == Answer.YES) {
            out.putCodePoint(Windows1252.codePoint(in[at]));
            return at + 1;
        }
        out.putCodePoint(REPLACEMENT);
        int after = at + 1;
        int most = Math.min(end, at + 3);
        while (after < most && (in[after] & 0xc0) == 0x80 && (in[at] & 0xff) >= 0xc2) {
            after++;
        }
        return after;
    }
}
