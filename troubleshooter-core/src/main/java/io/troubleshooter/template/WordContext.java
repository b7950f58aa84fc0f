package io.troubleshooter.template;

/** The two words before the one at hand. */
final class WordContext {

    private int start;
    private int end;
    private int beforeStart;
    private int beforeEnd;

    void clear() {
        start = end = beforeStart = beforeEnd = 0;
    }

    void push(int wordStart, int wordEnd) {
        beforeStart = start;
        beforeEnd = end;
        start = wordStart;
        end = wordEnd;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /**
     * Whether the word at {@code at} is the name of a user by what stands before it: {@code for user x},
     * {@code invalid user x}, {@code password for x}.
     */
    boolean namesUser(byte[] text, int at) {
        if (end + 1 != at || text[end] != ' ' || beforeEnd + 1 != start) {
            return false;
        }
        if (is(text, start, end, "user")) {
            return is(text, beforeStart, beforeEnd, "for")
                    || is(text, beforeStart, beforeEnd, "invalid")
                    || is(text, beforeStart, beforeEnd, "by")
                    || is(text, beforeStart, beforeEnd, "as");
        }
        return is(text, start, end, "for") && is(text, beforeStart, beforeEnd, "password");
    }

    /** Whether the bytes are the word, in either case of its first letter. */
    static boolean is(byte[] text, int from, int to, String word) {
        if (to - from != word.length() || (text[from] | 0x20) != word.charAt(0)) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
