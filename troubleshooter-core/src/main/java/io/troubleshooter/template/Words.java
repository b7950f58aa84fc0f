package io.troubleshooter.template;

import java.util.Arrays;

/** The words of the masked lines as numbers, and the skeleton of what stands between them. */
final class Words {

    private static final byte[] MARK = {MessageScanner.MARK};

    private final LongIntMap numbers = new LongIntMap(4096);
    private boolean[] isName = new boolean[4096];
    private int[] buffer = new int[MessageScanner.MAX_BYTES * 2];

    Words() {
        number(MARK, 0, 1);
    }

    /** Whether the word looks like a name or other value rather than a word of a language. */
    boolean isName(int word) {
        return isName[word];
    }

    Row row(byte[] masked, int[] shapes, int id) {
        int words = 0;
        int slot = 0;
        long skeleton = 0;
        int at = 0;
        while (at < masked.length) {
            int end = wordEnd(masked, at);
            if (end > at) {
                int word = number(masked, at, end);
                if (word == Row.WILD && Slots.isName(shapes[slot])) {
                    word = number(shapes[slot]);
                }
                buffer[words++] = word;
                slot += marks(masked, at, end);
                at = end;
                skeleton = Hashes.combine(skeleton, 1);
            } else {
                skeleton = Hashes.combine(skeleton, masked[at++]);
            }
        }
        return new Row(skeleton, Arrays.copyOf(buffer, words), id);
    }

    /** The end of the word that starts here, the same place where a separator stands. */
    static int wordEnd(byte[] masked, int from) {
        int i = from;
        while (i < masked.length && (masked[i] == MessageScanner.MARK || isPartOfWord(masked[i]))) {
            i++;
        }
        return i;
    }

    private static boolean isPartOfWord(byte b) {
        return b != ':' && Bytes.isWord(b);
    }

    private int number(byte[] masked, int from, int to) {
        return number(Hashes.fnv1a(masked, from, to), looksLikeName(masked, from, to));
    }

    /** The number of a name that is masked though it never changes. */
    private int number(int shape) {
        return number(Hashes.mix(shape), true);
    }

    private int number(long key, boolean name) {
        int number = numbers.number(key);
        if (number == isName.length) {
            isName = Arrays.copyOf(isName, 2 * number);
        }
        isName[number] = name;
        return number;
    }

    static int marks(byte[] masked, int from, int to) {
        int marks = 0;
        for (int i = from; i < to; i++) {
            marks += masked[i] == MessageScanner.MARK ? 1 : 0;
        }
        return marks;
    }

    /** Dots, slashes, marks, or capitals after small letters. */
    private static boolean looksLikeName(byte[] masked, int from, int to) {
        boolean small = false;
        for (int i = from; i < to; i++) {
            int type = Bytes.classOf(masked[i]);
            if ((type & (Bytes.LETTER | Bytes.HYPHEN)) == 0 && i < to - 1) {
                return true;
            }
            boolean capital = masked[i] >= 'A' && masked[i] <= 'Z';
            if (capital && small) {
                return true;
            }
            small = !capital;
        }
        return false;
    }
}
