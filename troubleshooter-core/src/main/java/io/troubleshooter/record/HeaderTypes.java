package io.troubleshooter.record;

/** Tells what a column of a header could be. */
final class HeaderTypes {

    private static final String LEVELS = " trace debug info information notice warn warning error err severe fatal"
            + " critical crit alert emerg emergency panic fine finer finest config verbose failure ";
    private static final String LETTERS = "VDIWEFTNC";
    private static final String NAMES = " jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun ";

    private HeaderTypes() {}

    static ColumnType typeOf(byte[] line, int from, int to) {
        byte first = line[from];
        boolean closed = (first == '[' && line[to - 1] == ']') || (first == '(' && line[to - 1] == ')');
        if (closed && to - from > 2) {
            return ofBracket(line, from + 1, to - 1);
        }
        if (first == '[' || first == '(' || first == '<' || first == '{') {
            return ColumnType.BRACKET;
        }
        return ofWord(line, from, trimmed(line, from, to));
    }

    /** The end without a colon, comma or semicolon behind it. */
    static int trimmed(byte[] line, int from, int to) {
        byte last = line[to - 1];
        return to - from > 1 && (last == ':' || last == ',' || last == ';') ? to - 1 : to;
    }

    private static ColumnType ofBracket(byte[] line, int from, int to) {
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && line[end] != ' ') {
                end++;
            }
            ColumnType type = end > at ? ofWord(line, at, end) : ColumnType.WORD;
            if (type == ColumnType.TIME && (at > from || end == to)
                    || type == ColumnType.LEVEL && end == to && at == from) {
                return type;
            }
            at = end + 1;
        }
        return ColumnType.BRACKET;
    }

    private static ColumnType ofWord(byte[] line, int from, int to) {
        Shape shape = new Shape(line, from, to);
        if (shape.digits == 0) {
            return ofLetters(line, from, to, shape);
        }
        if (shape.letters == 0) {
            return ofDigits(line, from, to, shape);
        }
        return isTimeWithLetters(line, from, shape) ? ColumnType.TIME : ColumnType.NAME;
    }

    private static ColumnType ofLetters(byte[] line, int from, int to, Shape shape) {
        if (shape.letters == 0) {
            return ColumnType.SYMBOL;
        }
        if (to - from == 1 && LETTERS.indexOf(line[from]) >= 0 || isIn(LEVELS, line, from, to)) {
            return ColumnType.LEVEL;
        }
        if (to - from == 3 && line[from] < 'a' && isIn(NAMES, line, from, to)) {
            return ColumnType.MONTH;
        }
        if (shape.dots > 0) {
            return ColumnType.DOTTED;
        }
        return shape.capitals == to - from || shape.others > 0 || shape.hyphens > 0 ? ColumnType.NAME : ColumnType.WORD;
    }

    private static ColumnType ofDigits(byte[] line, int from, int to, Shape shape) {
        int length = to - from;
        if (shape.digits == length) {
            return isEpoch(line, from, length) || isPackedDate(line, from, length)
                    ? ColumnType.TIME
                    : ColumnType.NUMBER;
        }
        if (shape.dots == 3 && shape.colons <= 1 && shape.hyphens + shape.others == 0) {
            return ColumnType.ADDRESS;
        }
        boolean separated = shape.colons > 0 || shape.hyphens + shape.slashes > 1 || shape.dots > 1;
        boolean short2 = length == 5 && shape.digits == 4 && line[from] <= '1' && shape.hyphens + shape.slashes == 1;
        boolean time = shape.digits >= 4 && (separated || short2) && Character.isDigit(line[from]);
        return time && shape.others == 0
                ? ColumnType.TIME
                : shape.digits > 0 && shape.others > 0 ? ColumnType.NAME : numeric(shape);
    }

    private static ColumnType numeric(Shape shape) {
        return shape.dots <= 1 && shape.colons + shape.slashes == 0 ? ColumnType.NUMBER : ColumnType.NAME;
    }

    /** ISO 8601 with its T and Z, or a date with the name of a month. */
    private static boolean isTimeWithLetters(byte[] line, int from, Shape shape) {
        boolean iso = shape.letters <= 2 && shape.hyphens >= 2 && shape.colons >= 1;
        boolean month = shape.letters == 3 && shape.slashes + shape.hyphens >= 2;
        return (iso || month) && shape.digits >= 6 && Character.isDigit(line[from]);
    }

    /** Seconds or milliseconds since 1970, between 2001 and 2033. */
    private static boolean isEpoch(byte[] line, int from, int length) {
        return (length == 10 || length == 13) && line[from] == '1';
    }

    /** yymmdd or yyyymmdd. */
    private static boolean isPackedDate(byte[] line, int from, int length) {
        if (length != 6 && (length != 8 || line[from] != '2' || line[from + 1] != '0')) {
            return false;
        }
        int month = two(line, from + length - 4);
        int day = two(line, from + length - 2);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && line[from] <= '4';
    }

    private static int two(byte[] line, int at) {
        return 10 * (line[at] - '0') + line[at + 1] - '0';
    }

    private static boolean isIn(String words, byte[] line, int from, int to) {
        int length = to - from;
        for (int at = 0; at >= 0 && at + length + 1 < words.length(); at = words.indexOf(' ', at + 1)) {
            if (words.charAt(at + length + 1) == ' ' && matches(words, at + 1, line, from, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String words, int at, byte[] line, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (words.charAt(at + i) != (line[from + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes of each class a word has. */
    private static final class Shape {
        int digits;
        int letters;
        int capitals;
        int dots;
        int colons;
        int hyphens;
        int slashes;
        int others;

        Shape(byte[] line, int from, int to) {
            for (int i = from; i < to; i++) {
                count(line[i]);
            }
        }

        private void count(byte b) {
            if (b >= '0' && b <= '9') {
                digits++;
            } else if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z' || b < 0) {
                letters++;
                capitals += b >= 'A' && b <= 'Z' ? 1 : 0;
            } else if (b == '.' || b == ',') {
                dots++;
            } else if (b == ':') {
                colons++;
            } else if (b == '-' || b == '+') {
                hyphens++;
            } else if (b == '/') {
                slashes++;
            } else {
                others++;
            }
        }
    }
}
