package io.troubleshooter.envelope;

/**
 * Docker compose: {@code name-1  | payload}, the names padded so that all bars stand in one column. A number at the
 * name's end makes the mark certain; a name of the user's own choice must repeat.
 */
final class ComposePrefix implements WeakLayer {

    private static final int LONGEST = 100;
    private static final int FEWEST = 3;

    private final boolean numbered;
    private int nameEnd;
    private int column = -1;

    ComposePrefix(boolean numbered) {
        this.numbered = numbered;
    }

    @Override
    public boolean recognises(Cursor line) {
        int bar = bar(line);
        if (bar < 0 || (numbered && !isNumbered(line))) {
            return false;
        }
        boolean agrees = numbered || column < 0 || column == bar - line.from();
        column = bar - line.from();
        return agrees;
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return numbered ? hits > 0 : hits >= FEWEST && hits * 2 >= seen;
    }

    @Override
    public boolean strip(Cursor line) {
        int bar = bar(line);
        if (bar < 0 || (numbered && !isNumbered(line) && column != bar - line.from())) {
            return false;
        }
        column = bar - line.from();
        line.stream(line.slice(line.from(), nameEnd));
        line.field("container", line.slice(line.from(), nameEnd));
        line.dropBefore(Math.min(bar + 2, line.to()));
        return true;
    }

    /** Offset of the bar after a name and blanks; -1 if there is none. */
    private int bar(Cursor line) {
        byte[] bytes = line.bytes();
        int stop = Math.min(line.to(), line.from() + LONGEST);
        int at = line.from();
        while (at < stop && isNameByte(bytes[at])) {
            at++;
        }
        nameEnd = at;
        int bar = line.skipBlanks(at);
        boolean isBar = at > line.from() && bar > at && bar < stop && bytes[bar] == '|';
        return isBar && (bar + 1 == line.to() || bytes[bar + 1] == ' ') ? bar : -1;
    }

    private static boolean isNameByte(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || "-_.@<>:".indexOf(b) >= 0;
    }

    private boolean isNumbered(Cursor line) {
        byte[] bytes = line.bytes();
        int at = nameEnd - 1;
        while (at > line.from() && IsoTime.isDigit(bytes[at])) {
            at--;
        }
        return at > line.from() && at < nameEnd - 1 && (bytes[at] == '-' || bytes[at] == '_');
    }
}
