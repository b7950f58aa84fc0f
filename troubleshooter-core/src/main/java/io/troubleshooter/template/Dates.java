package io.troubleshooter.template;

/** Dates and times, also those of several words. */
final class Dates {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final int MAX_WORDS = 7;

    private static final int DAY_NAME = 1;
    private static final int MONTH = 2;
    private static final int DAY = 4;
    private static final int YEAR = 8;
    private static final int TIME = 16;
    private static final int ZONE = 32;
    private static final int NONE = 0;

    private Dates() {}

    /** The end of a date that begins with the name of a day or month, -1 where there is none. */
    static int endOfWords(byte[] text, int start, int limit) {
        if (index(MONTHS, text, start) < 0 && index(DAYS, text, start) < 0) {
            return -1;
        }
        int seen = 0;
        int end = -1;
        int at = start;
        for (int word = 0; word < MAX_WORDS && at < limit; word++) {
            int wordEnd = wordEnd(text, at, limit);
            int type = typeOf(text, at, wordEnd, seen);
            if (type == NONE || (seen & type) != 0) {
                break;
            }
            seen |= type;
            end = wordEnd;
            at = skipBlanks(text, wordEnd, limit);
        }
        return (seen & (MONTH | DAY)) == (MONTH | DAY) ? end : -1;
    }

    private static int wordEnd(byte[] text, int at, int limit) {
        int i = at;
        while (i < limit && (Bytes.isWord(text[i]) || text[i] == '+')) {
            i++;
        }
        return i;
    }

    private static int skipBlanks(byte[] text, int at, int limit) {
        int i = at;
        if (i < limit && text[i] == ',') {
            i++;
        }
        while (i < limit && text[i] == ' ') {
            i++;
        }
        return i;
    }

    private static int typeOf(byte[] text, int from, int to, int seen) {
        int length = to - from;
        if (length == 0) {
            return NONE;
        }
        if (Bytes.isDigit(text[from])) {
            return ofDigits(text, from, to);
        }
        if (length == 3 && (seen & TIME) == 0) {
            return index(MONTHS, text, from) >= 0 ? MONTH : index(DAYS, text, from) >= 0 ? DAY_NAME : NONE;
        }
        return (seen & TIME) != 0 && isZone(text, from, to) ? ZONE : NONE;
    }

    private static int ofDigits(byte[] text, int from, int to) {
        if (looksLikeTime(text, from, to)) {
            return TIME;
        }
        if (!Numbers.onlyDigits(text, from, to)) {
            return NONE;
        }
        return to - from <= 2 ? DAY : to - from == 4 ? YEAR : NONE;
    }

    private static boolean isZone(byte[] text, int from, int to) {
        if (text[from] == '+' || text[from] == '-') {
            return Numbers.onlyDigits(text, from + 1, to) && to - from == 5;
        }
        for (int i = from; i < to; i++) {
            if (text[i] < 'A' || text[i] > 'Z') {
                return false;
            }
        }
        return to - from >= 3 && to - from <= 5;
    }

    private static int index(String names, byte[] text, int at) {
        for (int i = 0; i < names.length(); i += 3) {
            if (text[at] == names.charAt(i)
                    && text[at + 1] == names.charAt(i + 1)
                    && text[at + 2] == names.charAt(i + 2)) {
                return i / 3;
            }
        }
        return -1;
    }

    /** {@code 07:12}, {@code 2024-01-31}, {@code 2024-01-31T07:12:00Z}, {@code 31/Jan/2024:07:12:00}. */
    static boolean looksLikeTime(byte[] text, int from, int to) {
        int length = to - from;
        if (length >= 5 && length <= 18 && isClock(text, from, to)) {
            return true;
        }
        if (length >= 10 && text[from + 4] == text[from + 7] && (text[from + 4] == '-' || text[from + 4] == '/')) {
            return Numbers.onlyDigits(text, from, from + 4) && Numbers.onlyDigits(text, from + 5, from + 7);
        }
        return length >= 11 && text[from + 2] == '/' && text[from + 6] == '/' && index(MONTHS, text, from + 3) >= 0;
    }

    private static boolean isClock(byte[] text, int from, int to) {
        int colon = text[from + 1] == ':' ? from + 1 : from + 2;
        if (text[colon] != ':' || !Bytes.isDigit(text[colon - 1])) {
            return false;
        }
        for (int i = colon + 1; i < to; i++) {
            if (!Bytes.isDigit(text[i]) && text[i] != ':' && text[i] != '.') {
                return false;
            }
        }
        return to - colon > 2 && Bytes.isDigit(text[colon + 1]) && Bytes.isDigit(text[colon + 2]);
    }

    /** The end of a time whose first word ends at {@code end}: takes in a clock after a date, and a fraction. */
    static int endOfTime(byte[] text, int end, int limit) {
        int at = end;
        if (at + 6 < limit && text[at] == ' ' && Bytes.isDigit(text[at + 1])) {
            int word = wordEnd(text, at + 1, limit);
            at = word - at - 1 <= 18 && isClockLong(text, at + 1, word) ? word : at;
        }
        if (at + 1 < limit && text[at] == ',' && Bytes.isDigit(text[at + 1])) {
            at++;
            while (at < limit && Bytes.isDigit(text[at])) {
                at++;
            }
        }
        return at;
    }

    private static boolean isClockLong(byte[] text, int from, int to) {
        return to - from >= 5 && isClock(text, from, to);
    }
}
