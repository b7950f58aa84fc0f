package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/** Reads the names, letters and numbers by which loggers call their levels. */
final class LevelNames {

    private static final int SLOTS = 256;
    private static final long[] KEYS = new long[SLOTS];
    private static final Level[] LEVELS = new Level[SLOTS];
    private static final int LONGEST = 13;

    static {
        put(Level.TRACE, "trace", "trce", "trc", "finest", "finer", "verbose");
        put(Level.DEBUG, "debug", "dbug", "dbg", "fine", "config", "debug1", "debug2", "debug3", "debug4", "debug5");
        put(Level.INFO, "info", "inf", "information", "informational", "notice", "note");
        put(Level.WARN, "warn", "warning", "wrn");
        put(Level.ERROR, "error", "err", "eror", "severe", "fail");
        put(Level.FATAL, "fatal", "ftl", "critical", "crit", "crt", "alert", "emerg", "emergency", "panic", "dpanic");
    }

    private LevelNames() {}

    private static void put(Level level, String... names) {
        for (String name : names) {
            byte[] bytes = Ascii.bytes(name);
            long key = key(bytes, 0, bytes.length);
            int slot = slot(key);
            while (KEYS[slot] != 0) {
                slot = (slot + 1) % SLOTS;
            }
            KEYS[slot] = key;
            LEVELS[slot] = level;
        }
    }

    /** The level called by the word, in any case; null for other words. */
    static @Nullable Level word(byte[] b, int from, int to) {
        if (to - from < 3 || to - from > LONGEST) {
            return null;
        }
        long key = key(b, from, to);
        for (int slot = slot(key); KEYS[slot] != 0; slot = (slot + 1) % SLOTS) {
            if (KEYS[slot] == key) {
                return LEVELS[slot];
            }
        }
        return null;
    }

    /** The level called by the value of a level field, where more words are in use than in the headers of text. */
    static @Nullable Level value(byte[] b, int from, int to) {
        Level level = word(b, from, to);
        if (level != null || to <= from) {
            return level;
        }
        return switch (Ascii.lower(b[from]) << 8 | to - from) {
            case 'n' << 8 | 6, 's' << 8 | 7, 'h' << 8 | 4, 'd' << 8 | 7 -> Level.INFO; // normal, success, http, default
            case 's' << 8 | 5 -> Level.TRACE; // silly
            case 'f' << 8 | 7, 'f' << 8 | 6 -> Level.ERROR; // failure, failed
            default -> null;
        };
    }

    /** The one letter of klog, glog, logcat and Erlang's short forms; null for other letters. */
    static @Nullable Level letter(byte letter) {
        return switch (letter) {
            case 'T', 'V' -> Level.TRACE;
            case 'D' -> Level.DEBUG;
            case 'I', 'N' -> Level.INFO;
            case 'W' -> Level.WARN;
            case 'E' -> Level.ERROR;
            case 'F', 'C', 'A' -> Level.FATAL;
            default -> null;
        };
    }

    /** Syslog severity, RFC 5424 section 6.2.1: the lowest three bits of the priority. */
    static Level priority(int priority) {
        return switch (priority & 7) {
            case 0, 1, 2 -> Level.FATAL;
            case 3 -> Level.ERROR;
            case 4 -> Level.WARN;
            case 5, 6 -> Level.INFO;
            default -> Level.DEBUG;
        };
    }

    /** Numbers as bunyan and pino use them: 10 is trace, 60 fatal. */
    static Level number(int number) {
        if (number < 10) {
            return number < 0 ? Level.UNKNOWN : priority(number);
        }
        return Level.values()[Math.min(number / 10, 6)];
    }

    private static long key(byte[] b, int from, int to) {
        long key = 1;
        for (int i = from; i < to; i++) {
            key = key * 41 + Ascii.lower(b[i]);
        }
        return key | 1L << 62;
    }

    private static int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 56);
    }
}
