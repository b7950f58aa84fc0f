package io.troubleshooter.envelope;

import java.util.Locale;

/** What a tool that runs others puts before their lines: {@code [name]: }, on most lines. */
final class ToolPrefix implements WeakLayer {

    private static final int LONGEST = 60;
    private static final int FEWEST = 3;

    @Override
    public boolean recognises(Cursor line) {
        return end(line) >= 0;
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits >= FEWEST && hits * 10 >= seen * 8;
    }

    @Override
    public boolean strip(Cursor line) {
        int end = end(line);
        if (end < 0) {
            return false;
        }
        line.stream(line.slice(line.from() + 1, end));
        line.dropBefore(Math.min(end + 3, line.to()));
        return true;
    }

    /** Offset of the closing bracket; -1 if the line has no such prefix, or a level or number stands in it. */
    private static int end(Cursor line) {
        int name = line.from() + 1;
        int end = line.startsWith("[") ? line.indexOf(']', name, name + LONGEST) : -1;
        if (end <= name
                || !line.matchesAt(end, "]:")
                || line.indexOf(' ', name, end) >= 0
                || isLevel(line, name, end)) {
            return -1;
        }
        return IsoTime.isDigit(line.bytes()[name]) ? -1 : end;
    }

    private static boolean isLevel(Cursor line, int from, int end) {
        return switch (line.slice(from, end).toString().toLowerCase(Locale.ROOT)) {
            case "trace", "debug", "info", "notice", "warn", "warning", "error", "err", "fatal", "critical", "crit" ->
                true;
            default -> false;
        };
    }
}
