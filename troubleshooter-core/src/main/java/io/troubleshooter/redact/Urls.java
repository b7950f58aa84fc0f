package io.troubleshooter.redact;

/** User and password in URLs. */
final class Urls {

    private Urls() {}

    /** Looks behind the {@code ://} whose colon is at {@code colon}; returns the offset to go on from, or -1. */
    static int at(Line line, int token, int colon) {
        int from = colon + 3;
        int at = lastAt(line, from);
        if (at < 0) {
            return from;
        }
        int userEnd = from;
        while (userEnd < at && line.b[userEnd] != ':') {
            userEnd++;
        }
        if (userEnd < at) {
            line.hits.add(userEnd + 1, at, "url-password");
        } else {
            line.hits.add(from, at, "url-token");
        }
        return at + 1;
    }

    /** The last {@code @} before the path, or -1. */
    private static int lastAt(Line line, int from) {
        int at = -1;
        for (int k = from; k < line.end && !endsAuthority(line.b[k]); k++) {
            if (line.b[k] == '@') {
                at = k;
            }
        }
        return at;
    }

    private static boolean endsAuthority(byte b) {
        return b == '/' || b == '?' || b == '#' || b == '"' || b == '\'' || b == '<' || b == '>' || b >= 0 && b <= ' ';
    }
}
