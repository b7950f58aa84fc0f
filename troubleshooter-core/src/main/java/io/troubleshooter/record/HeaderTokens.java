package io.troubleshooter.record;

/**
 * Cuts the beginning of a line into columns, at blanks, tabs and bars; what brackets enclose at the start of a column
 * stays together. Reusable; not thread-safe.
 */
final class HeaderTokens {

    static final int MAX_COLUMNS = 14;

    /** Too long for a column of a header. */
    private static final int MAX_BRACKET = 320;

    private final int[] starts = new int[MAX_COLUMNS];
    private final int[] ends = new int[MAX_COLUMNS];
    private final int[] nexts = new int[MAX_COLUMNS];
    private final ColumnType[] types = new ColumnType[MAX_COLUMNS];
    private int count;

    void read(byte[] line, int length, int maxColumns) {
        count = 0;
        int at = skipBlanks(line, 0, length);
        while (at < length && count < Math.min(maxColumns, MAX_COLUMNS)) {
            int end = columnEnd(line, at, length);
            starts[count] = at;
            ends[count] = end;
            types[count] = HeaderTypes.typeOf(line, at, end);
            at = skipSeparator(line, end, length);
            nexts[count++] = at;
        }
    }

    int count() {
        return count;
    }

    int start(int column) {
        return starts[column];
    }

    int end(int column) {
        return ends[column];
    }

    /** Where the column after it begins. */
    int next(int column) {
        return nexts[column];
    }

    ColumnType type(int column) {
        return types[column];
    }

    /** Whether the column is a lone hyphen. */
    boolean isDash(byte[] line, int column) {
        return ends[column] == starts[column] + 1 && line[starts[column]] == '-';
    }

    boolean endsWithColon(byte[] line, int column) {
        return line[ends[column] - 1] == ':';
    }

    private static int columnEnd(byte[] line, int at, int length) {
        int i = at;
        if (line[at] == '[' || line[at] == '(' || line[at] == '<' || line[at] == '{') {
            int close = bracketEnd(line, at, length);
            i = close < 0 ? at + 1 : close;
        }
        while (i < length && !isSeparator(line[i])) {
            i++;
        }
        return i == at ? at + 1 : i;
    }

    private static boolean isSeparator(byte b) {
        return b == ' ' || b == '\t' || b == '|';
    }

    private static int bracketEnd(byte[] line, int at, int length) {
        byte open = line[at];
        byte close = open == '(' ? (byte) ')' : (byte) (open + 2);
        int depth = 0;
        int limit = Math.min(length, at + MAX_BRACKET);
        for (int i = at; i < limit; i++) {
            if (line[i] == open) {
                depth++;
            } else if (line[i] == close && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int skipBlanks(byte[] line, int from, int length) {
        int i = from;
        while (i < length && (line[i] == ' ' || line[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** Blanks, and one bar at most where it touches the column: a bar between blanks is a column of its own. */
    private static int skipSeparator(byte[] line, int from, int length) {
        if (from < length && line[from] == '|') {
            return from + 1;
        }
        return skipBlanks(line, from, length);
    }
}
