package io.troubleshooter.record;

import java.util.Arrays;

/** Where the message begins in lines of a format that was inferred. Immutable. */
public final class InferredHeader {

    /** Places in the array that {@link #read} fills: start and end of each part, -1 where a line has none. */
    public static final int TIME_START = 0;

    public static final int TIME_END = 1;
    public static final int LEVEL_START = 2;
    public static final int LEVEL_END = 3;
    public static final int LOGGER_START = 4;
    public static final int LOGGER_END = 5;
    public static final int ROLES = 6;

    private static final int MAX_COMPONENT_WORDS = 3;

    private final ColumnType[] columns;
    private final int end;
    private final int componentColumns;
    private final boolean dash;
    private final int support;

    /**
     * @param columns what stands in the columns that all lines have
     * @param componentColumns how many columns the component behind them takes; 0 where there is none
     * @param dash whether a dash ends the component, not a colon
     * @param support lines that had this header
     */
    InferredHeader(ColumnType[] columns, int componentColumns, boolean dash, int support) {
        this.columns = columns;
        this.end = columns.length;
        this.dash = dash;
        this.componentColumns = componentColumns;
        this.support = support;
    }

    /** Lines of the head that have this header. */
    public int support() {
        return support;
    }

    /** Where the message of the line begins; -1 where the line has no such header. */
    public int messageStart(byte[] line, int length) {
        return read(line, length, new int[ROLES]);
    }

    /**
     * Where the message of the line begins, and where its time, level and logger stand.
     *
     * @param roles gets the offsets, at least {@link #ROLES} long
     * @return the first byte of the message, -1 where the line has no such header
     */
    public int read(byte[] line, int length, int[] roles) {
        Arrays.fill(roles, 0, ROLES, -1);
        HeaderTokens tokens = new HeaderTokens();
        tokens.read(line, length, end + 2 * MAX_COMPONENT_WORDS);
        int shift = 0;
        int column = 0;
        while (column < end && column + shift < tokens.count()) {
            shift += columns[column] == ColumnType.SYMBOL ? toDash(line, tokens, column + shift) : 0;
            if (!fits(tokens.type(column + shift), columns[column])) {
                break;
            }
            note(line, tokens, column + shift, columns[column], roles);
            column++;
        }
        if (column == 0 || (column < end && hasTimeFrom(column))) {
            return -1;
        }
        int start = tokens.next(column + shift - 1);
        return column == end ? afterComponent(line, tokens, column + shift, start, roles) : start;
    }

    /** How many columns further the dash stands that belongs here: the name before it may have several words. */
    private static int toDash(byte[] line, HeaderTokens tokens, int column) {
        if (tokens.type(column) == ColumnType.SYMBOL) {
            return 0;
        }
        int last = Math.min(tokens.count(), column + MAX_COMPONENT_WORDS);
        for (int i = column + 1; i < last; i++) {
            if (tokens.isDash(line, i)) {
                return i - column;
            }
        }
        return 0;
    }

    private static boolean fits(ColumnType found, ColumnType expected) {
        switch (expected) {
            case TIME, BRACKET, SYMBOL, MONTH:
                return found == expected;
            case NUMBER:
                return found == ColumnType.NUMBER || found == ColumnType.TIME;
            case LEVEL:
                return found == ColumnType.LEVEL || found == ColumnType.NAME;
            default:
                return true;
        }
    }

    private boolean hasTimeFrom(int column) {
        for (int i = column; i < end; i++) {
            if (columns[i] == ColumnType.TIME) {
                return true;
            }
        }
        return false;
    }

    private static void note(byte[] line, HeaderTokens tokens, int column, ColumnType type, int[] roles) {
        int start = tokens.start(column);
        int end = HeaderTypes.trimmed(line, start, tokens.end(column));
        if (line[start] == '[' || line[start] == '(') {
            start++;
            end--;
        }
        if (type == ColumnType.TIME || type == ColumnType.MONTH) {
            roles[TIME_START] = roles[TIME_START] < 0 ? start : roles[TIME_START];
            roles[TIME_END] = end;
        } else if (type == ColumnType.LEVEL) {
            roles[LEVEL_START] = start;
            roles[LEVEL_END] = end;
        } else if (type == ColumnType.DOTTED) {
            roles[LOGGER_START] = start;
            roles[LOGGER_END] = end;
        }
    }

    private int afterComponent(byte[] line, HeaderTokens tokens, int from, int start, int[] roles) {
        if (componentColumns == 0) {
            return start;
        }
        int last = Math.min(tokens.count(), from + componentColumns + 1);
        for (int column = from; column < last; column++) {
            if (dash ? tokens.isDash(line, column) : tokens.endsWithColon(line, column)) {
                roles[LOGGER_START] = tokens.start(dash ? from : column);
                roles[LOGGER_END] = dash ? tokens.end(column - 1) : tokens.end(column) - 1;
                return tokens.next(column);
            }
        }
        int atMessage = from + componentColumns - 1;
        return !dash && atMessage < tokens.count() ? tokens.start(atMessage) : start;
    }
}
