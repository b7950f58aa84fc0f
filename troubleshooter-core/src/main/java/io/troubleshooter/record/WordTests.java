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
        return host && (Ascii.isAlphanumeric(b[to - 1]) || b[to - 1] == '>') && LevelNames.word(b, from, to) == null;
    }

    /** A user and where: {@code app@orders}, {@code user=app,db=orders}. */
    static boolean isAddress(byte[] b, int from, int to) {
        return Ascii.indexOf(b, '@', from, to) >= 0 || Ascii.indexOf(b, '=', from, to) >= 0;
    }

    /** How long ago, as kubectl prints it: {@code 5m23s}, {@code 10d}, {@code <unknown>}. */
    static boolean isAge(byte[] b, int from, int to) {
        if (b[from] == '<') {
            return b[to - 1] == '>';
        }
        for (int i = from; i < to; i++) {
            if (!Ascii.isAlphanumeric(b[i])) {
                return false;
            }
        }
        return Ascii.isDigit(b[from]) && Ascii.isLetter(b[to - 1]);
    }

    /** Whether it has what a Rust module has and a plain word has not. */
    static boolean isPath(byte[] b, int from, int to) {
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
