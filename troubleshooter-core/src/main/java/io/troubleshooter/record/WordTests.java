package io.troubleshooter.record;

/** What the types of a header pattern ask of a word. */
final class WordTests {

    private WordTests() {}

    static boolean isUuid(byte[] b, int from, int to) {
        if (to - from != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? b[from + i] != '-' : !Ascii.isAlphanumeric(b[from + i])) {
                return false;
            }
        }
        return true;
    }

    /** A host name or a placeholder for one, and no level. */
    static boolean isHost(byte[] b, int from, int to) {
        boolean host = b[from] == '<' || Ascii.skipName(b, from, to) == to;
        return host && Ascii.isAlphanumeric(b[to - 1]) | b[to - 1] == '>' && LevelNames.word(b, from, to) == null;
    }

    /** A user and where: {@code app@orders}. */
    static boolean isAddress(byte[] b, int from, int to) {
        return Ascii.indexOf(b, '@', from, to) >= 0;
    }

    /** A Rust module: {@code my_app::net}. */
    static boolean isPath(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isName(b[i]) && b[i] != ':') {
                return false;
            }
        }
        return Ascii.indexOf(b, '_', from, to) > 0 || Ascii.indexOf(b, ':', from, to) > 0;
    }

    /** A state in capitals: {@code CREATE_FAILED}. */
    static boolean isState(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isUpper(b[i]) && b[i] != '_') {
                return false;
            }
        }
        return Ascii.indexOf(b, '_', from, to) > 0;
    }
}
