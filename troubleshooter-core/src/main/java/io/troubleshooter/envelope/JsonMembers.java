package io.troubleshooter.envelope;

/** The members of a JSON object on one line, as offsets. Knows strings and nesting; does not check numbers or names. */
final class JsonMembers {

    private static final int MOST = 128;

    private final int[] places = new int[4 * MOST];
    private int count;

    /** Reads the object that fills the line; false if it is none, is cut, or has too many members. */
    boolean read(Cursor line) {
        count = 0;
        byte[] bytes = line.bytes();
        int to = line.to();
        int at = skipBlanks(bytes, line.from(), to);
        if (at >= to || bytes[at] != '{') {
            return false;
        }
        at = skipBlanks(bytes, at + 1, to);
        while (at < to && bytes[at] == '"' && count < MOST) {
            at = member(bytes, at, to);
            if (at < 0) {
                return false;
            }
            if (bytes[at] == '}') {
                return skipBlanks(bytes, at + 1, to) >= to - 1;
            }
            at = skipBlanks(bytes, at + 1, to);
        }
        return false;
    }

    /** Offset of the comma or brace after the member; -1 if it is broken. */
    private int member(byte[] bytes, int at, int to) {
        int keyEnd = stringEnd(bytes, at, to);
        int colon = keyEnd < 0 ? to : skipBlanks(bytes, keyEnd, to);
        if (colon >= to || bytes[colon] != ':') {
            return -1;
        }
        int value = skipBlanks(bytes, colon + 1, to);
        int valueEnd = valueEnd(bytes, value, to);
        int after = valueEnd < 0 ? to : skipBlanks(bytes, valueEnd, to);
        if (after >= to || (bytes[after] != ',' && bytes[after] != '}')) {
            return -1;
        }
        int place = 4 * count++;
        places[place] = at + 1;
        places[place + 1] = keyEnd - 1;
        places[place + 2] = value;
        places[place + 3] = valueEnd;
        return after;
    }

    private static int valueEnd(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '"') {
            return stringEnd(bytes, from, to);
        }
        int depth = 0;
        for (int i = from; i < to; i++) {
            switch (bytes[i]) {
                case '"' -> {
                    int end = stringEnd(bytes, i, to);
                    if (end < 0) {
                        return -1;
                    }
                    i = end - 1;
                }
                case '{', '[' -> depth++;
                case ']' -> depth--;
                case '}' -> {
                    if (depth-- == 0) {
                        return i;
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {
                    // Part of a number, a name or white space.
                }
            }
        }
        return -1;
    }

    /** Offset after the closing quote of the string that opens at {@code from}; -1 if it stays open. */
    private static int stringEnd(byte[] bytes, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    int size() {
        return count;
    }

    /** Index of the member called {@code key}; -1 if there is none. */
    int find(Cursor line, String key) {
        for (int i = 0; i < count; i++) {
            int start = places[4 * i];
            if (places[4 * i + 1] - start == key.length() && line.matchesAt(start, key)) {
                return i;
            }
        }
        return -1;
    }

    boolean isString(Cursor line, int member) {
        return member >= 0 && line.bytes()[places[4 * member + 2]] == '"';
    }

    /** Offset of the value's first byte, inside the quotes of a string. */
    int start(Cursor line, int member) {
        return places[4 * member + 2] + (isString(line, member) ? 1 : 0);
    }

    /** Offset after the value's last byte, inside the quotes of a string. */
    int end(Cursor line, int member) {
        return places[4 * member + 3] - (isString(line, member) ? 1 : 0);
    }
}
