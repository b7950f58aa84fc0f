package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a format that nobody described, from columns that most lines of a head share. A column of times
 * must be among them: without one, nothing is taken for a header, for a wrong cut costs more than none.
 *
 * <p>All that stands before the last column of times belongs to the header; behind it come numbers, levels, brackets,
 * separators and names, as far as nearly all lines have them at the same place, and at last the name of a component
 * with a colon. On the headers of well-known formats it cuts where their own readers do.
 */
public final class HeaderInference {

    private static final int MIN_LINES = 8;
    private static final int MAX_LINES = 1_000;
    private static final int MAX_PREFIX = 512;
    private static final int MAX_TIME_COLUMN = 7;
    private static final double NEARLY_ALL = 0.95;
    private static final double MIN_SHARE = 0.3;

    private HeaderInference() {}

    /** The header that the lines share; null where there is none. */
    public static @Nullable InferredHeader of(List<RedactedText> head) {
        List<byte[]> lines = prefixes(head);
        int first = firstTimeColumn(lines);
        if (first < 0) {
            return null;
        }
        List<byte[]> headed = withTime(lines, first);
        if (headed.size() < MIN_LINES || headed.size() < MIN_SHARE * lines.size()) {
            return null;
        }
        return new HeaderColumns(headed, NEARLY_ALL).header(first, MAX_TIME_COLUMN);
    }

    private static List<byte[]> prefixes(List<RedactedText> head) {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_LINES, head.size()); i++) {
            RedactedText line = head.get(i);
            RedactedText prefix = line.slice(0, Math.min(MAX_PREFIX, line.length()));
            byte[] bytes = new byte[prefix.length()];
            prefix.copyTo(bytes, 0);
            if (bytes.length > 0 && bytes[0] != ' ' && bytes[0] != '\t') {
                lines.add(bytes);
            }
        }
        return lines;
    }

    /** The first column that is a time in more lines than any before it could be by chance. */
    private static int firstTimeColumn(List<byte[]> lines) {
        int[] times = new int[HeaderTokens.MAX_COLUMNS];
        HeaderTokens tokens = new HeaderTokens();
        for (byte[] line : lines) {
            tokens.read(line, line.length, MAX_TIME_COLUMN);
            for (int column = 0; column < tokens.count(); column++) {
                times[column] += tokens.type(column) == ColumnType.TIME ? 1 : 0;
            }
        }
        for (int column = 0; column < MAX_TIME_COLUMN; column++) {
            if (times[column] >= MIN_LINES && times[column] >= MIN_SHARE * lines.size()) {
                return column;
            }
        }
        return -1;
    }

    private static List<byte[]> withTime(List<byte[]> lines, int column) {
        HeaderTokens tokens = new HeaderTokens();
        List<byte[]> headed = new ArrayList<>();
        for (byte[] line : lines) {
            tokens.read(line, line.length, column + 1);
            if (tokens.count() > column && tokens.type(column) == ColumnType.TIME) {
                headed.add(line);
            }
        }
        return headed;
    }
}
