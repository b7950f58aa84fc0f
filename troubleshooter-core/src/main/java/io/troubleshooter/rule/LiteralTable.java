package io.troubleshooter.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * All literals of all rules, found in one pass over a text, without case (ASCII).
 *
 * <p>Each literal is entered under the rarest four of its bytes. The pass keeps the last four bytes in an int and looks
 * their hash up in a bitmap; only where that hits, literals are compared. After the multi-pattern search of Wu and
 * Manber (1994), with a bitmap for their shift table, since the shortest literals have four bytes. Immutable.
 */
final class LiteralTable {

    static final int GRAM = 4;

    private static final int BITS = 16;
    private static final int FOLD = 0x20202020;

    /** How common a letter is in English and in log text, in steps; digits, marks and capitals count as rare. */
    private static final String COMMON = "e tainosrldcupmhgfbyw";

    /** What each literal already entered under the same bytes adds to the cost of choosing them again. */
    private static final int CROWDED = 6;

    private final long[] bitmap = new long[1 << (BITS - 6)];
    private final int[] heads = new int[1 << BITS];
    private final int[] next;
    private final int[] grams;
    private final int[] offsets;
    private final byte[][] literals;

    LiteralTable(byte[][] literals) {
        this.literals = literals;
        this.next = new int[literals.length];
        this.grams = new int[literals.length];
        this.offsets = new int[literals.length];
        int[] cost = costs();
        byte[] crowd = new byte[1 << BITS];
        for (int i = literals.length - 1; i >= 0; i--) {
            enter(i, cost, crowd);
        }
    }

    private void enter(int literal, int[] cost, byte[] crowd) {
        byte[] bytes = literals[literal];
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i + GRAM <= bytes.length; i++) {
            int sum = cost[bytes[i] & 0xff]
                    + cost[bytes[i + 1] & 0xff]
                    + cost[bytes[i + 2] & 0xff]
                    + cost[bytes[i + 3] & 0xff]
                    + CROWDED * crowd[slot(gram(bytes, i))];
            if (sum < least) {
                least = sum;
                best = i;
            }
        }
        int gram = gram(bytes, best);
        int slot = slot(gram);
        crowd[slot] = (byte) Math.min(100, crowd[slot] + 1);
        offsets[literal] = best;
        grams[literal] = gram;
        next[literal] = heads[slot];
        heads[slot] = literal + 1;
        bitmap[slot >> 6] |= 1L << slot;
    }

    private static int[] costs() {
        int[] cost = new int[256];
        for (int i = 0; i < COMMON.length(); i++) {
            cost[COMMON.charAt(i)] = COMMON.length() + 10 - i;
        }
        for (int digit = '0'; digit <= '9'; digit++) {
            cost[digit] = 20;
        }
        return cost;
    }

    /** Folds as the pass does: coarser than {@link #fold}, for the look-up only. */
    private static int gram(byte[] b, int at) {
        return (b[at] << 24) | ((b[at + 1] & 0xff) << 16) | ((b[at + 2] & 0xff) << 8) | (b[at + 3] & 0xff) | FOLD;
    }

    private static int slot(int gram) {
        return (gram * 0x9E3779B1) >>> (32 - BITS);
    }

    static byte fold(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }

    int size() {
        return literals.length;
    }

    int length(int literal) {
        return literals[literal].length;
    }

    /** Reports every literal that occurs in the first {@code length} bytes. */
    void scan(byte[] text, int length, LiteralHits hits) {
        if (length < GRAM) {
            return;
        }
        long[] map = bitmap;
        int window = ((text[0] & 0xff) << 16) | ((text[1] & 0xff) << 8) | (text[2] & 0xff);
        for (int i = GRAM - 1; i < length; i++) {
            window = (window << 8) | (text[i] & 0xff);
            int slot = ((window | FOLD) * 0x9E3779B1) >>> (32 - BITS);
            if (((map[slot >> 6] >>> slot) & 1) != 0) {
                compare(text, length, i - GRAM + 1, window | FOLD, hits);
            }
        }
    }

    private void compare(byte[] text, int length, int at, int gram, LiteralHits hits) {
        for (int entry = heads[slot(gram)]; entry != 0; entry = next[entry - 1]) {
            int literal = entry - 1;
            int start = at - offsets[literal];
            if (grams[literal] == gram && start >= 0 && standsAt(text, length, start, literals[literal])) {
                hits.add(literal, start);
            }
        }
    }

    private static boolean standsAt(byte[] text, int length, int start, byte[] literal) {
        if (start + literal.length > length) {
            return false;
        }
        for (int i = 0; i < literal.length; i++) {
            if (fold(text[start + i]) != literal[i]) {
                return false;
            }
        }
        return true;
    }

    static byte[] folded(String literal) {
        byte[] bytes = literal.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = fold(bytes[i]);
        }
        return bytes;
    }

    static List<String> texts(byte[][] literals) {
        List<String> texts = new ArrayList<>();
        for (byte[] literal : literals) {
            texts.add(new String(literal, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
