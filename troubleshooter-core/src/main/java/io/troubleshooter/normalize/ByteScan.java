package io.troubleshooter.normalize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the lines of a block and tells which of them hold nothing but plain ASCII: no control bytes other than tabs and
 * a {@code \r} at the end, no byte from 0x7f on, no remains of a colour code.
 *
 * <p>Eight bytes are tested at once, after the well-known tests for a byte below, above or equal to a value in a word; a
 * carry can only report too much. The byte loop decides.
 */
final class ByteScan {

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long BRACKETS = '[' * ONES;

    private final byte[] bytes;
    private final int length;
    private final ByteBuffer words;
    private int start;
    private int end;
    private int next;
    private boolean plain;

    ByteScan(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int start() {
        return start;
    }

    /** After the line's last byte, {@code \r} before the line end excluded. */
    int end() {
        return end;
    }

    boolean isPlain() {
        return plain;
    }

    /** Goes to the next line; false at the end. */
    boolean nextLine() {
        if (next >= length) {
            return false;
        }
        start = next;
        plain = true;
        int lineEnd = findEnd(next);
        next = lineEnd + 1;
        end = lineEnd;
        while (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        return true;
    }

    private int findEnd(int from) {
        int i = from;
        while (true) {
            while (i <= length - 8 && !isSuspicious(words.getLong(i))) {
                i += 8;
            }
            int stop = Math.min(i + 8, length);
            for (; i < stop; i++) {
                byte b = bytes[i];
                if (b == '\n') {
                    return i;
                }
                if ((b < ' ' || b == 0x7f || b == '[') && isOdd(b, i)) {
                    plain = false;
                }
            }
            if (i >= length) {
                return length;
            }
        }
    }

    private static boolean isSuspicious(long word) {
        long bracket = word ^ BRACKETS;
        long control = (word - BLANKS) | word | (word + ONES);
        return ((control | ((bracket - ONES) & ~bracket)) & HIGHS) != 0;
    }

    private boolean isOdd(byte b, int at) {
        return switch (b) {
            case '\t' -> false;
            case '\r' -> !endsLine(at);
            case '[' -> ColourRemains.mayStandAt(bytes, at, length);
            default -> true;
        };
    }

    /** Whether only {@code \r} follow to the line's end. */
    private boolean endsLine(int at) {
        return at + 1 >= length || bytes[at + 1] == '\n';
    }
}
