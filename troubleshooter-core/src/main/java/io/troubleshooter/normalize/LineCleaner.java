package io.troubleshooter.normalize;

/** Cleans one line at a time into a buffer of its own. */
final class LineCleaner {

    private static final int ESC = 0x1b;
    private static final int REPLACEMENT = 0xfffd;

    private final EscapeCodes codes = new EscapeCodes();
    private final LineBuffer out = new LineBuffer();
    private byte[] in = new byte[0];
    private int end;
    private boolean changed;
    private boolean colourRemains;
    private boolean windows;

    byte[] bytes() {
        return out.bytes();
    }

    int length() {
        return out.length();
    }

    /** Cleans a line; false if there was nothing to clean and the line is to stay as it is. */
    boolean clean(byte[] line, int from, int to) {
        in = line;
        end = to;
        changed = false;
        codes.startLine();
        out.startLine(to - from);
        colourRemains = ColourRemains.standIn(line, from, to);
        windows = Windows1252.fits(line, from, to);
        int i = from;
        while (i < to) {
            byte b = line[i];
            i = b >= ' ' && b != 0x7f && b != '[' || b == '\t' ? plain(b, i) : special(b, i);
        }
        out.endLine();
        return changed;
    }

    private int plain(byte b, int at) {
        out.put(b);
        return at + 1;
    }

    /** Handles what is not plain; returns where to go on. */
    private int special(byte b, int at) {
        if (b == '[') {
            return bracket(at);
        }
        if (b < 0) {
            return beyondAscii(at);
        }
        changed = true;
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

    private int bracket(int at) {
        int after = colourRemains ? ColourRemains.end(in, at, end) : -1;
        if (after < 0) {
            return plain(in[at], at);
        }
        changed = true;
        return after;
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
        if (Invisible.isBreak(codePoint) || Invisible.is(codePoint)) {
            return invisible(codePoint, after);
        }
        for (int i = at; i < after; i++) {
            out.put(in[i]);
        }
        return after;
    }

    private int invisible(int codePoint, int after) {
        changed = true;
        if (Invisible.isBreak(codePoint)) {
            out.put((byte) ' ');
        }
        return after;
    }

    /** Control characters U+0080 to U+009F, of which some begin terminal codes as escape sequences do. */
    private int c1(int codePoint, int after) {
        changed = true;
        return switch (codePoint) {
            case 0x9b -> codes.controlEnd(in, after, end);
            case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> codes.stringEnd(in, after, end);
            default -> invisible(codePoint, after);
        };
    }

    private int malformed(int at) {
        changed = true;
        if (windows) {
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
