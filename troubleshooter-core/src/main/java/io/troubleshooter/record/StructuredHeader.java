package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/** Sorts the keys and values of a structured line (JSON, logfmt) into header and fields. Reused from line to line. */
final class StructuredHeader {

    private static final int NONE = Integer.MAX_VALUE;

    private final KeyTable keys;
    private final int[] ranks = new int[KeyTable.Role.values().length];
    private final long[] seen = new long[KeyTable.WORDS];

    StructuredHeader(KeyTable keys) {
        this.keys = keys;
    }

    void reset() {
        java.util.Arrays.fill(ranks, NONE);
        java.util.Arrays.fill(seen, 0);
    }

    /** How many of time, level and message have been found. */
    int found() {
        return found(KeyTable.Role.TIME) + found(KeyTable.Role.LEVEL) + found(KeyTable.Role.MESSAGE);
    }

    private int found(KeyTable.Role role) {
        return ranks[role.ordinal()] == NONE ? 0 : 1;
    }

    boolean has(KeyTable.Role role) {
        return ranks[role.ordinal()] != NONE;
    }

    /** The keys met, one bit each. */
    long[] seen() {
        return seen;
    }

    /** Takes a key by its hash and its value, quotes removed. */
    void accept(long hash, byte[] b, int from, int to, HeaderMatch match) {
        KeyTable.Key key = keys.find(hash);
        if (key == null) {
            return;
        }
        seen[key.index() >> 6] |= 1L << key.index();
        if (key.role() == KeyTable.Role.FIELD || key.role() == KeyTable.Role.STACK) {
            match.field(key.name(), from, to);
        } else if (key.rank() < ranks[key.role().ordinal()] && take(key.role(), b, from, to, match)) {
            ranks[key.role().ordinal()] = key.rank();
        }
    }

    private static boolean take(KeyTable.Role role, byte[] b, int from, int to, HeaderMatch match) {
        return switch (role) {
            case TIME -> time(b, from, to, match);
            case LEVEL -> level(level(b, from, to), match);
            case SEVERITY_NUMBER -> level(severity(b, from, to), match);
            case PRIORITY -> level(isNumber(b, from, to, 1) ? LevelNames.priority(b[from] - '0') : null, match);
            case MESSAGE -> message(b, from, to, match);
            case LOGGER -> logger(from, to, match);
            case STACK, FIELD, MARK -> false;
        };
    }

    private static boolean time(byte[] b, int from, int to, HeaderMatch match) {
        boolean read = match.times.scan(b, from, to) > 0 || match.times.epoch(b, from, to);
        if (read) {
            match.takeTime();
        }
        return read;
    }

    private static boolean level(@Nullable Level level, HeaderMatch match) {
        if (level == null) {
            return false;
        }
        match.level = level;
        return true;
    }

    private static @Nullable Level level(byte[] b, int from, int to) {
        if (isNumber(b, from, to, 2)) {
            return LevelNames.number(TimeScanner.number(b, from, to));
        }
        return to - from == 1 ? LevelNames.letter(b[from]) : LevelNames.value(b, from, Ascii.trimEnd(b, from, to));
    }

    // OpenTelemetry's SeverityNumber: four numbers to each of trace, debug, info, warn, error, fatal.
    private static @Nullable Level severity(byte[] b, int from, int to) {
        int number = isNumber(b, from, to, 2) ? TimeScanner.number(b, from, to) : 0;
        return number < 1 || number > 24 ? null : Level.values()[(number + 3) / 4];
    }

    private static boolean isNumber(byte[] b, int from, int to, int digits) {
        return to > from && to - from <= digits && Ascii.skipDigits(b, from, to) == to;
    }

    private static boolean message(byte[] b, int from, int to, HeaderMatch match) {
        int end = Ascii.trimEnd(b, from, to);
        if (end == from) {
            return false;
        }
        match.message(from, end);
        return true;
    }

    private static boolean logger(int from, int to, HeaderMatch match) {
        match.logger(from, to);
        return to > from;
    }
}
