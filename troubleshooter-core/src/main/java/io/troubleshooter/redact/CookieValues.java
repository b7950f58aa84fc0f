package io.troubleshooter.redact;

/** Cookies: every value goes, names and attributes stay. */
final class CookieValues {

    private CookieValues() {}

    static void add(Line line, NameRule rule, Value value) {
        int end = value.isQuoted() ? value.end() : rest(line, value.start());
        int k = value.start();
        while (k < end) {
            int pairEnd = k;
            int equals = -1;
            while (pairEnd < end && line.b[pairEnd] != ';') {
                if (line.b[pairEnd] == '=' && equals < 0) {
                    equals = pairEnd;
                }
                pairEnd++;
            }
            if (equals > 0 && !isAttribute(line, line.skipBlanks(k))) {
                line.hits.add(equals + 1, pairEnd, rule.kind());
            }
            k = pairEnd + 1;
        }
    }

    private static int rest(Line line, int from) {
        int k = from;
        while (k < line.end && line.b[k] != '"' && line.b[k] != '\'' && line.b[k] != ']') {
            k++;
        }
        return k;
    }

    private static boolean isAttribute(Line line, int i) {
        return line.hasIgnoreCase(i, "path=")
                || line.hasIgnoreCase(i, "domain=")
                || line.hasIgnoreCase(i, "expires=")
                || line.hasIgnoreCase(i, "max-age=")
                || line.hasIgnoreCase(i, "samesite=")
                || line.hasIgnoreCase(i, "priority=");
    }
}
