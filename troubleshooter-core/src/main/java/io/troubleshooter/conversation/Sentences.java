package io.troubleshooter.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Takes sentences out of a text. */
final class Sentences {

    private Sentences() {}

    /** The text without every sentence or line in which one of {@code words} stands; perhaps empty. */
    static String without(String text, Collection<String> words) {
        return words.isEmpty() ? text : only(text, sentence -> !holdsAny(sentence, words));
    }

    /** The sentences or lines that may stay; perhaps none. */
    static String only(String text, Predicate<String> stays) {
        StringBuilder kept = new StringBuilder(text.length());
        for (String sentence : split(text)) {
            if (stays.test(sentence)) {
                kept.append(sentence);
            }
        }
        return kept.toString().strip();
    }

    private static boolean holdsAny(String sentence, Collection<String> words) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Sentences with what separates them: an end mark followed by white space, or a line break. */
    private static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ends(text, i)) {
                sentences.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        sentences.add(text.substring(from));
        return sentences;
    }

    private static boolean ends(String text, int i) {
        char c = text.charAt(i);
        boolean mark = i > 0 && (c == ' ') && ".!?;".indexOf(text.charAt(i - 1)) >= 0;
        return c == '\n' || mark;
    }
}
