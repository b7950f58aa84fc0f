package io.troubleshooter.diagnosis;

import io.troubleshooter.redact.RedactedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tells lines in which one of a few words may stand from all others, without making strings of them. Not thread-safe. */
final class WordSieve {

    private final boolean[] beginnings = new boolean[1 << 16];
    private final List<byte[]> words = new ArrayList<>();
    private final boolean passesAll;
    private byte[] line = new byte[1024];

    /** @param lowerCase words in lower case; one that is short or not ASCII lets every line pass */
    WordSieve(Collection<String> lowerCase) {
        boolean plain = true;
        for (String word : lowerCase) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            plain &= bytes.length > 1 && bytes.length == word.length();
            if (bytes.length > 1) {
                words.add(bytes);
                beginnings[pair(bytes[0], bytes[1])] = true;
            }
        }
        passesAll = !plain;
    }

    boolean passes(RedactedText text) {
        if (passesAll) {
            return true;
        }
        if (line.length < text.length()) {
            line = new byte[text.length() * 2];
        }
        int length = text.copyTo(line, 0);
        for (int i = 0; i < length; i++) {
            line[i] = lower(line[i]);
        }
        for (int i = 1; i < length; i++) {
            if (beginnings[pair(line[i - 1], line[i])] && isAt(i - 1, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int at, int length) {
        for (byte[] word : words) {
            if (word.length <= length - at && matches(word, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] word, int at) {
        for (int i = 0; i < word.length; i++) {
            if (line[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int pair(byte first, byte second) {
        return (first & 0xff) << 8 | second & 0xff;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
}
