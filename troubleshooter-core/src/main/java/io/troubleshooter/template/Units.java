package io.troubleshooter.template;

import org.jspecify.annotations.Nullable;

/** Units of time and of bytes, behind numbers. */
final class Units {

    private static final int MAX_UNIT = 12;
    private static final int MAX_REPETITION = 24;

    private Units() {}

    /** The kind that the letters at the end of {@code 10ms}, {@code 16K} tell; null where they are no unit. */
    static @Nullable VariableKind kindOfSuffix(byte[] text, int start, int end) {
        int at = end;
        while (at > start && !Bytes.isDigit(text[at - 1])) {
            at--;
        }
        for (int i = start; i < at; i++) {
            if (!Bytes.isDigit(text[i]) && text[i] != '.' && text[i] != '-') {
                return null;
            }
        }
        return kindOf(text, at, end);
    }

    private static @Nullable VariableKind kindOf(byte[] text, int from, int to) {
        if (isTime(text, from, to)) {
            return VariableKind.DURATION;
        }
        boolean size = isScaled(text, from, to) || isBytes(text, from, to) || to - from == 1 && isScale(text[from]);
        return size ? VariableKind.SIZE : null;
    }

    /** The end of the unit behind one blank, -1 where no unit follows. */
    static int end(byte[] text, int numberEnd, int limit) {
        if (numberEnd >= limit || text[numberEnd] != ' ') {
            return -1;
        }
        int at = numberEnd + 1;
        int last = Math.min(limit, at + MAX_UNIT);
        int i = at;
        while (i < last && (Bytes.classOf(text[i]) & Bytes.LETTER) != 0) {
            i++;
        }
        if (i == at || i < limit && Bytes.isWord(text[i]) && text[i] != '.' && text[i] != ':') {
            return -1;
        }
        return isTime(text, at, i) || isScaled(text, at, i) || isBytes(text, at, i) ? i : -1;
    }

    /** Whether the unit that starts here is one of bytes; it is known to be a unit. */
    static boolean isSize(byte[] text, int at) {
        return text[at] == 'b' || text[at] == 'B' || isScale(text[at]) && text[at] != 'm';
    }

    /** KB, MiB and the like, which change with the size of the number and so belong to it. */
    static boolean isScaled(byte[] text, int from, int to) {
        int length = to - from;
        if (length != 2 && length != 3 || !isScale(text[from])) {
            return false;
        }
        return (text[to - 1] == 'B' || text[to - 1] == 'b') && (length == 2 || text[from + 1] == 'i');
    }

    private static boolean isScale(byte b) {
        return b == 'K' || b == 'k' || b == 'M' || b == 'G' || b == 'T' || b == 'P';
    }

    private static boolean isBytes(byte[] text, int from, int to) {
        return to - from == 1 && text[from] == 'B'
                || WordContext.is(text, from, to, "bytes")
                || WordContext.is(text, from, to, "byte");
    }

    private static boolean isTime(byte[] text, int from, int to) {
        switch (to - from) {
            case 1:
                return text[from] == 's' || text[from] == 'm' || text[from] == 'h' || text[from] == 'd';
            case 2:
                return text[from + 1] == 's' && (text[from] == 'm' || text[from] == 'u' || text[from] == 'n');
            case 3:
                return text[from] == (byte) 0xc2 && text[from + 1] == (byte) 0xb5 && text[from + 2] == 's'
                        || WordContext.is(text, from, to, "sec")
                        || WordContext.is(text, from, to, "min");
            default:
                return isTimeWord(text, from, to);
        }
    }

    private static boolean isTimeWord(byte[] text, int from, int to) {
        int end = to > from && text[to - 1] == 's' ? to - 1 : to;
        return WordContext.is(text, from, end, "sec")
                || WordContext.is(text, from, end, "second")
                || WordContext.is(text, from, end, "minute")
                || WordContext.is(text, from, end, "hour")
                || WordContext.is(text, from, end, "day")
                || WordContext.is(text, from, end, "millisecond")
                || WordContext.is(text, from, end, "microsecond");
    }

    /** The end of {@code  (18.4 KB)}, the same size said again for people; -1 where it is not there. */
    static int endOfRepetition(byte[] text, int unitEnd, int limit) {
        int at = unitEnd + 2;
        if (at >= limit || text[unitEnd] != ' ' || text[unitEnd + 1] != '(' || !Bytes.isDigit(text[at])) {
            return -1;
        }
        int last = Math.min(limit, at + MAX_REPETITION);
        int number = at;
        while (number < last && (Bytes.isDigit(text[number]) || text[number] == '.' || text[number] == ',')) {
            number++;
        }
        int end = end(text, number, limit);
        return end > 0 && end < limit && text[end] == ')' ? end + 1 : -1;
    }
}
