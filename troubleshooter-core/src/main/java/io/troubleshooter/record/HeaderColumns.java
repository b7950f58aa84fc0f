package io.troubleshooter.record;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of many lines have in common, and how far their header goes. */
final class HeaderColumns {

    private static final int MAX_SKIPPED_NAMES = 3;
    private static final int MIN_PADDING = 3;
    private static final int FEW = 5;
    private static final double FEW_SHARE = 0.05;
    private static final double COMPONENT_SHARE = 0.15;
    private static final int MANY_COMPONENTS = 20;
    private static final int MAX_BEFORE_DASH = 3;

    private final List<byte[]> lines;
    private final double nearlyAll;
    private final int[][] types = new int[HeaderTokens.MAX_COLUMNS][ColumnType.values().length];
    private final int[] colons = new int[HeaderTokens.MAX_COLUMNS];
    private final int[] padded = new int[HeaderTokens.MAX_COLUMNS];
    private final int[] bars = new int[HeaderTokens.MAX_COLUMNS];

    HeaderColumns(List<byte[]> lines, double nearlyAll) {
        this.lines = lines;
        this.nearlyAll = nearlyAll;
        HeaderTokens tokens = new HeaderTokens();
        for (byte[] line : lines) {
            tokens.read(line, line.length, HeaderTokens.MAX_COLUMNS);
            count(tokens, line);
        }
    }

    private void count(HeaderTokens tokens, byte[] line) {
        for (int column = 0; column < tokens.count(); column++) {
            types[column][tokens.type(column).ordinal()]++;
            colons[column] += tokens.endsWithColon(line, column) ? 1 : 0;
            int end = tokens.end(column);
            int gap = tokens.next(column) - end;
            bars[column] += end < line.length && line[end] == '|' ? 1 : 0;
            padded[column] += gap >= MIN_PADDING && line[end] == ' ' ? 1 : 0;
        }
    }

    @Nullable
    InferredHeader header(int firstTime, int maxTimeColumn) {
        if (firstTime > 0 && !startsLikeHeader(firstTime)) {
            return null;
        }
        int lastTime = lastTime(firstTime, maxTimeColumn);
        int end = extend(lastTime + 1);
        int component = component(end);
        if (component == end && endWithDash(end)) {
            return new InferredHeader(roles(end), MAX_BEFORE_DASH, true, lines.size());
        }
        return new InferredHeader(roles(end), component - end, false, lines.size());
    }

    /** Before a time that is not the first column, words of a sentence must not stand. */
    private boolean startsLikeHeader(int firstTime) {
        for (int column = 0; column < firstTime; column++) {
            if (!isMostly(column, ColumnType.WORD) && !isMostly(column, ColumnType.DOTTED)) {
                return true;
            }
        }
        return false;
    }

    private int lastTime(int first, int max) {
        int last = first;
        for (int column = first + 1; column <= max; column++) {
            if (is(column, ColumnType.TIME)) {
                last = column;
            } else if (isMostly(column, ColumnType.WORD)) {
                break;
            }
        }
        return last;
    }

    private int extend(int from) {
        int end = from;
        int names = 0;
        for (int column = from; column < HeaderTokens.MAX_COLUMNS - 1; column++) {
            if (isStrong(column) || isAligned(column)) {
                end = column + 1;
                names = 0;
            } else if (names++ >= MAX_SKIPPED_NAMES || !isNameLike(column)) {
                break;
            } else if (is(column, ColumnType.DOTTED) && column == end && colons[column] == 0 && isLevel(column - 1)) {
                end = column + 1;
            }
        }
        return end;
    }

    private boolean isStrong(int column) {
        return is(column, ColumnType.NUMBER)
                || isLevel(column)
                || is(column, ColumnType.SYMBOL)
                || is(column, ColumnType.BRACKET)
                || is(column, ColumnType.TIME);
    }

    private boolean isLevel(int column) {
        return is(column, ColumnType.LEVEL);
    }

    /** A column that is padded or closed by a bar, with few values. */
    private boolean isAligned(int column) {
        boolean closed = bars[column] >= nearlyAll * lines.size();
        boolean wide = padded[column] >= nearlyAll * lines.size();
        return (closed || wide) && distinct(column) <= Math.max(FEW, COMPONENT_SHARE * lines.size());
    }

    private boolean isNameLike(int column) {
        int names =
                count(column, ColumnType.NAME) + count(column, ColumnType.DOTTED) + count(column, ColumnType.ADDRESS);
        return names + count(column, ColumnType.NUMBER) + count(column, ColumnType.LEVEL) >= nearlyAll * lines.size()
                || distinct(column) <= Math.max(1, Math.min(FEW, FEW_SHARE * lines.size()));
    }

    /** The end of the columns up to a component with its colon, {@code from} where most lines have none. */
    private int component(int from) {
        for (int end = from; end < Math.min(from + 3, HeaderTokens.MAX_COLUMNS); end++) {
            if (colons[end] >= 0.9 * lines.size() && distinct(end) <= maxComponents()) {
                return end + 1;
            }
            if (!isNameLike(end)) {
                return from;
            }
        }
        return from;
    }

    /** Whether a name of a few words and a dash come next. */
    private boolean endWithDash(int from) {
        HeaderTokens tokens = new HeaderTokens();
        int found = 0;
        for (byte[] line : lines) {
            tokens.read(line, line.length, from + MAX_BEFORE_DASH);
            for (int column = from + 1; column < tokens.count(); column++) {
                if (tokens.isDash(line, column)) {
                    found++;
                    break;
                }
            }
        }
        return found >= nearlyAll * lines.size() && distinct(from) <= maxComponents();
    }

    private double maxComponents() {
        return Math.max(MANY_COMPONENTS, COMPONENT_SHARE * lines.size());
    }

    private ColumnType[] roles(int end) {
        ColumnType[] roles = new ColumnType[end];
        for (int column = 0; column < end; column++) {
            roles[column] = mostly(column);
        }
        return roles;
    }

    private ColumnType mostly(int column) {
        ColumnType best = ColumnType.WORD;
        for (ColumnType type : ColumnType.values()) {
            best = count(column, type) > count(column, best) ? type : best;
        }
        return is(column, best) ? best : ColumnType.WORD;
    }

    private boolean is(int column, ColumnType type) {
        return count(column, type) >= nearlyAll * lines.size();
    }

    private boolean isMostly(int column, ColumnType type) {
        return count(column, type) > lines.size() / 2;
    }

    private int count(int column, ColumnType type) {
        return types[column][type.ordinal()];
    }

    /** Distinct values of a column; of {@code name[12]:}, the name counts. */
    private int distinct(int column) {
        Set<String> values = new HashSet<>();
        HeaderTokens tokens = new HeaderTokens();
        for (byte[] line : lines) {
            tokens.read(line, line.length, column + 1);
            if (tokens.count() > column) {
                values.add(name(line, tokens.start(column), tokens.end(column)));
            }
        }
        return values.size();
    }

    private static String name(byte[] line, int from, int to) {
        int end = from;
        while (end < to && line[end] != '[' && line[end] != '(') {
            end++;
        }
        return new String(line, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
