package io.troubleshooter.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * All literals of all rules, found in one pass over a text, without case (ASCII).
 *
 * <p>Each literal is entered under the rarest four of its bytes. The pass keeps the last four bytes in an int and looks
 * their hash up in a bitmap. Where that hits, the bytes to either side must be ones that stand there in some literal of
 * that slot; only then literals are compared. After the multi-pattern search of Wu and Manber (1994), with a bitmap for
 * their shift table, since the shortest literals have four bytes. Immutable.
 */
final class LiteralTable {

    static final int GRAM = 4;

    private static final int BITS = 16;

    /** Bits of the bitmap's index: enough that few of the bytes of a text hit it by chance. */
    private static final int MAP_BITS = 18;

    private static final int FOLD = 0x20202020;

    /** How common a letter or mark is in English and in log text, in steps; what is missing counts as rare. */
    private static final String COMMON = "e tainosrldcupm\":hgf./-byw=,_[]vk";

    private static final int DIGIT_COST = 20;

    /** What each literal already entered under the same bytes adds to the cost of choosing them again. */
    private static final int CROWDED = 6;

    private final long[] bitmap = new long[1 << (MAP_BITS - 6)];
    private final int[] heads = new int[1 << BITS];
    private final int[] next;
    private final int[] grams;
    private final int[] offsets;
    private final byte[][] literals;

    /** By the literal that heads a slot: which bytes stand before and after the four, by their lowest five bits. */
    private final int[] before;

    private final int[] after;
    private final int spanning;

    LiteralTable(byte[][] literals) {
        this.literals = literals;
        this.next = new int[literals.length];
        this.grams = new int[literals.length];
        this.offsets = new int[literals.length];
        this.before = new int[literals.length];
        this.after = new int[literals.length];
        int[] cost = costs();
        byte[] crowd = new byte[1 << BITS];
        int longest = 0;
        for (int i = literals.length - 1; i >= 0; i--) {
            enter(i, best(literals[i], cost, crowd));
            longest = literals[i].length > longest && spansLines(literals[i]) ? literals[i].length : longest;
        }
        this.spanning = longest;
    }

    private static boolean spansLines(byte[] literal) {
        for (byte b : literal) {
            if (b == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Where the four bytes begin that are likely to be rare, in a slot that few others have. */
    private static int best(byte[] bytes, int[] cost, byte[] crowd) {
        int best = 0;
        int bestSlot = 0;
        int least = Integer.MAX_VALUE;
        int window = 0;
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = (window << 8) | (bytes[i] & 0xff);
            sum += cost[bytes[i] & 0xff];
            if (i >= GRAM - 1) {
                int slot = slot(window | FOLD);
                int all = sum + crowd[slot];
                if (all < least) {
                    least = all;
                    best = i - GRAM + 1;
                    bestSlot = slot;
                }
                sum -= cost[bytes[i - GRAM + 1] & 0xff];
            }
        }
        crowd[bestSlot] = (byte) Math.min(Byte.MAX_VALUE, crowd[bestSlot] + CROWDED);
        return best;
    }

    private void enter(int literal, int at) {
        byte[] bytes = literals[literal];
        int gram = gram(bytes, at);
        int slot = slot(gram);
        int head = heads[slot] - 1;
        offsets[literal] = at;
        grams[literal] = gram;
        before[literal] = (head < 0 ? 0 : before[head]) | (at == 0 ? -1 : 1 << bytes[at - 1]);
        after[literal] = (head < 0 ? 0 : after[head]) | (at + GRAM == bytes.length ? -1 : 1 << bytes[at + GRAM]);
        next[literal] = head + 1;
        heads[slot] = literal + 1;
        int bit = bit(gram);
        bitmap[bit >> 6] |= 1L << bit;
    }

    private static int[] costs() {
        int[] cost = new int[256];
        for (int i = 0; i < COMMON.length(); i++) {
            cost[COMMON.charAt(i)] = COMMON.length() + 10 - i;
        }
        for (int digit = '0'; digit <= '9'; digit++) {
            cost[digit] = DIGIT_COST;
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

    private static int bit(int gram) {
        return (gram * 0x9E3779B1) >>> (32 - MAP_BITS);
    }

    static byte fold(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }

    int size() {
        return literals.length;
    }

    /** Bytes of the longest literal that spans lines; 0 where none does. */
    int spanning() {
        return spanning;
    }

    int length(int literal) {
        return literals[literal].length;
    }

    /** Reports every literal that stands between two offsets of the text. */
    void scan(byte[] text, int from, int to, LiteralHits hits) {
        if (to - from < GRAM) {
            return;
        }
        long[] map = bitmap;
        int window = ((text[from] & 0xff) << 16) | ((text[from + 1] & 0xff) << 8) | (text[from + 2] & 0xff);
        for (int i = from + GRAM - 1; i < to; i++) {
            window = (window << 8) | (text[i] & 0xff);
            int bit = bit(window | FOLD);
            if (((map[bit >> 6] >>> bit) & 1) != 0) {
                compare(text, from, to, i - GRAM + 1, window | FOLD, hits);
            }
        }
    }

    private void compare(byte[] text, int from, int to, int at, int gram, LiteralHits hits) {
        int head = heads[slot(gram)];
        if (head == 0 || !mayStandAt(text, from, to, at, head - 1)) {
            return;
        }
        for (int entry = head; entry != 0; entry = next[entry - 1]) {
            int literal = entry - 1;
            int start = at - offsets[literal];
            if (grams[literal] == gram && start >= from && standsAt(text, to, start, literals[literal])) {
                hits.add(literal, start);
            }
        }
    }

    private boolean mayStandAt(byte[] text, int from, int to, int at, int head) {
        return (at == from || ((before[head] >>> text[at - 1]) & 1) != 0)
                && (at + GRAM == to || ((after[head] >>> text[at + GRAM]) & 1) != 0);
    }

    private static boolean standsAt(byte[] text, int to, int start, byte[] literal) {
        if (start + literal.length > to) {
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
