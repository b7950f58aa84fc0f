package io.troubleshooter.redact;

/** Cookies: every value goes, names and attributes stay. */
final class CookieValues {

    private static final String[] ATTRIBUTES = {
        "path=", "domain=", "expires=", "max-age=", "samesite=", "priority=", "version=", "comment=",
    };

    /** Headers are no longer than this; servers refuse them. */
    private static final int MAX = 16384;

    private CookieValues() {}

    /** Adds each cookie's value; returns the offset after the last, or -1 where there is none. */
    static int add(Line line, NameRule rule, Value value) {
        if (line.at(value.start()) == '{') {
            int next = Structures.object(line, value.start() + 1, rule.kind());
            return next > value.start() + 1 ? next : -1;
        }
        if (equals(line, value.start(), Math.min(line.end, value.start() + 256)) < 0) {
            return -1;
        }
        int end = value.open() == 0 ? end(line, value.start()) : value.end();
        int added = -1;
        int k = value.start();
        while (k < end) {
            int pairEnd = pairEnd(line, k, end);
            int equals = equals(line, k, pairEnd);
            if (equals > 0 && !isAttribute(line, line.skipBlanks(k)) && line.at(equals + 1) != '<') {
                line.hits.add(equals + 1, pairEnd, rule.kind());
                added = pairEnd;
            }
            if (equals < 0 && line.find(":", k, pairEnd) >= 0) {
                // Cookies are over: another header begins.
                break;
            }
            k = pairEnd + 1;
        }
        return added;
    }

    private static int pairEnd(Line line, int from, int end) {
        int k = from;
        while (k < end && line.b[k] != ';' && !(line.b[k] == ',' && line.at(k + 1) == ' ' && !inDate(line, from))) {
            k++;
        }
        return k;
    }

    private static boolean inDate(Line line, int from) {
        return line.hasIgnoreCase(line.skipBlanks(from), "expires=");
    }

    private static int equals(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.b[k] == '=') {
                return k;
            }
            if (!ByteClass.isWord(line.b[k]) && line.b[k] != ' ' && line.b[k] != '.' && line.b[k] != '%') {
                return -1;
            }
        }
        return -1;
    }

    private static int end(Line line, int from) {
        int k = from;
        int bound = Math.min(line.end, from + MAX);
        while (k < bound
                && line.b[k] != '"'
                && line.b[k] != '\''
                && line.b[k] != ']'
                && line.b[k] != '}'
                && line.b[k] != '\\') {
            k++;
        }
        return k;
    }

    private static boolean isAttribute(Line line, int i) {
        for (String attribute : ATTRIBUTES) {
            if (line.hasIgnoreCase(i, attribute)) {
                return true;
            }
        }
        return false;
    }
}
