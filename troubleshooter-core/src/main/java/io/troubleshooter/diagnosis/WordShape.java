package io.troubleshooter.diagnosis;

import java.util.Locale;
import java.util.Set;

/** Tells names from English by how a word is written. */
final class WordShape {

    private static final String JOINS = ".:/@-_\\#$=<>?&%+~";

    /** Names of kinds of things, which are no claim that one of them is in the log. */
    private static final Set<String> COMMON = WordFile.read("common-names.txt");

    /** Parts of English words that are written with hyphens. */
    private static final Set<String> ENGLISH = WordFile.read("hyphen-parts.txt");

    private WordShape() {}

    /** Whether a mark stands inside of it. */
    static boolean isJoined(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (JOINS.indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether letters alone make it a name: digits inside, capitals inside, or five capitals and more. */
    static boolean isName(String word) {
        if (COMMON.contains(word.toLowerCase(Locale.ROOT)) || word.length() < 2) {
            return false;
        }
        int upper = 0;
        boolean digit = false;
        boolean hump = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            upper += Character.isUpperCase(c) ? 1 : 0;
            digit |= Character.isDigit(c);
            hump |= i > 0 && Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1));
        }
        return digit || hump || isCode(word, upper);
    }

    private static boolean isCode(String word, int upper) {
        return upper >= 5 && upper == word.length();
    }

    /** {@code 1st}, {@code 5xx}: neither a number nor a name. */
    static boolean isOrdinal(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < lower.length() && Character.isDigit(lower.charAt(digits))) {
            digits++;
        }
        return Set.of("st", "nd", "rd", "th", "xx").contains(lower.substring(digits)) || COMMON.contains(lower);
    }

    /** {@code client/server}: words side by side, no path. */
    static boolean isAlternatives(String word) {
        int slash = word.indexOf('/');
        return slash > 0
                && word.indexOf('/', slash + 1) < 0
                && isLetters(word.replace("/", ""))
                && !COMMON.contains(word.toLowerCase(Locale.ROOT));
    }

    /** {@code out-of-memory}, {@code payment-service}: small words joined by hyphens. */
    static boolean isCompound(String word) {
        return word.indexOf('-') > 0
                && isLetters(word.replace("-", "").toLowerCase(Locale.ROOT))
                && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
    }

    private static boolean isLetters(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    static boolean isAbbreviation(String word) {
        return COMMON.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isEnglish(String part) {
        return part.length() < 2 || ENGLISH.contains(part);
    }
}
