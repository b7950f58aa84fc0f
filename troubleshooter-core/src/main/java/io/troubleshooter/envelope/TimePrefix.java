package io.troubleshooter.envelope;

/**
 * A time that a runner put before every line, whatever the line is: {@code kubectl logs --timestamps}, {@code docker logs
 * -t}, GitHub Actions, and in brackets Jenkins. A program's own header looks the same, so that three things must come
 * together: all lines have it, with decimals, and some lines go on as no header does.
 */
final class TimePrefix implements WeakLayer {

    private static final int FEWEST = 3;
    private static final int FEWEST_DECIMALS = 3;

    private int evidence;

    @Override
    public boolean recognises(Cursor line) {
        int end = end(line);
        if (end >= 0) {
            evidence += speaksForARunner(line, Math.min(end + 1, line.to())) ? 1 : 0;
        }
        return end >= 0;
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits >= FEWEST && hits * 20 >= seen * 19 && evidence * 20 >= hits;
    }

    @Override
    public boolean strip(Cursor line) {
        int end = end(line);
        if (end < 0) {
            return false;
        }
        int bracket = line.bytes()[line.from()] == '[' ? 1 : 0;
        line.time(line.slice(line.from() + bracket, end - bracket));
        line.dropBefore(Math.min(end + 1, line.to()));
        return true;
    }

    /** Offset after the time, where a blank or the line's end stands; -1 if there is none. */
    private static int end(Cursor line) {
        byte[] bytes = line.bytes();
        boolean bracket = line.startsWith("[");
        int from = line.from() + (bracket ? 1 : 0);
        int end = IsoTime.end(bytes, from, line.to());
        if (end < 0 || IsoTime.decimals(bytes, from, end) < FEWEST_DECIMALS) {
            return -1;
        }
        if (bracket) {
            end = end < line.to() && bytes[end] == ']' ? end + 1 : -1;
        }
        return end >= 0 && (end == line.to() || bytes[end] == ' ') ? end : -1;
    }

    private static boolean speaksForARunner(Cursor line, int at) {
        return at == line.to()
                || line.bytes()[at] == '\t'
                || isIndented(line, at)
                || line.matchesAt(at, "##[")
                || line.matchesAt(at, "[command]")
                || line.matchesAt(at, "[Pipeline]")
                || line.matchesAt(at, "+ ")
                || line.matchesAt(at, "Caused by: ")
                || isKlog(line, at)
                || isDate(line, at)
                || isDate(line, at + 1);
    }

    /** Two blanks or more; but some headers pad their level with blanks. */
    private static boolean isIndented(Cursor line, int at) {
        int text = line.skipBlanks(at);
        return text >= at + 2 && text < line.to() && (line.bytes()[text] < 'A' || line.bytes()[text] > 'Z');
    }

    private static boolean isKlog(Cursor line, int at) {
        return at + 5 < line.to()
                && "IWEF".indexOf(line.bytes()[at]) >= 0
                && IsoTime.skipDigits(line.bytes(), at + 1, line.to()) == at + 5;
    }

    private static boolean isDate(Cursor line, int at) {
        byte[] bytes = line.bytes();
        int year = IsoTime.skipDigits(bytes, at, line.to());
        return year == at + 4 && year < line.to() && (bytes[year] == '-' || bytes[year] == '/');
    }
}
