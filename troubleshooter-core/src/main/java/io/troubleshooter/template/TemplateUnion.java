package io.troubleshooter.template;

import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings together templates that describe each other though their words differ in number: lists of different length,
 * and a value that has wildcards in it where another template has nothing but a wildcard.
 */
final class TemplateUnion {

    private static final int MIN_WORDS_IN_COMMON = 3;
    private static final int MAX_WORDS = 64;
    private static final byte[] WILDCARD = {'<', '*', '>'};

    private TemplateUnion() {}

    /** For each text the one to take instead, which may be itself. */
    static List<RedactedText> of(List<RedactedText> texts) {
        return absorb(shorten(texts));
    }

    private static List<RedactedText> shorten(List<RedactedText> texts) {
        Map<RedactedText, RedactedText> firstOf = new HashMap<>();
        Map<RedactedText, Boolean> severalOf = new HashMap<>();
        List<RedactedText> shortened = new ArrayList<>(texts.size());
        for (RedactedText text : texts) {
            RedactedText list = withoutLists(text);
            RedactedText first = firstOf.putIfAbsent(list, text);
            if (first != null && !first.equals(text)) {
                severalOf.put(list, true);
            }
            shortened.add(list);
        }
        for (int i = 0; i < shortened.size(); i++) {
            if (!severalOf.containsKey(shortened.get(i))) {
                shortened.set(i, texts.get(i));
            }
        }
        return shortened;
    }

    /** The text with one wildcard for each run of wildcards between blanks or commas. */
    private static RedactedText withoutLists(RedactedText text) {
        byte[] bytes = bytes(text);
        RedactedJoiner joiner = null;
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            int end = isWildcard(bytes, at) ? listEnd(bytes, at + 3) : at;
            if (end > at + 3) {
                joiner = joiner == null ? text.joiner() : joiner;
                joiner.append(text.slice(from, at)).append(Mark.WILDCARD);
                from = end;
                at = end - 1;
            }
        }
        return joiner == null
                ? text
                : joiner.append(text.slice(from, bytes.length)).join();
    }

    private static int listEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length) {
            int at = bytes[end] == ',' ? end + 1 : end;
            at = at < bytes.length && bytes[at] == ' ' ? at + 1 : at;
            if (at == end || !isWildcard(bytes, at)) {
                return end;
            }
            end = at + 3;
        }
        return end;
    }

    private static boolean isWildcard(byte[] bytes, int at) {
        return at + 2 < bytes.length && bytes[at] == '<' && bytes[at + 1] == '*' && bytes[at + 2] == '>';
    }

    private static List<RedactedText> absorb(List<RedactedText> texts) {
        Map<Long, RedactedText> general = new HashMap<>();
        List<List<Word>> words = new ArrayList<>(texts.size());
        for (RedactedText text : texts) {
            List<Word> split = split(bytes(text));
            words.add(split);
            for (int p = 0; p < split.size(); p++) {
                if (split.get(p).wild && worded(split) >= MIN_WORDS_IN_COMMON) {
                    general.putIfAbsent(hashWithout(split, p), text);
                }
            }
        }
        List<RedactedText> result = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            result.add(absorbed(texts.get(i), words.get(i), general));
        }
        return result;
    }

    private static RedactedText absorbed(RedactedText text, List<Word> words, Map<Long, RedactedText> general) {
        for (int p = 0; p < words.size(); p++) {
            if (words.get(p).partlyWild) {
                RedactedText found = general.get(hashWithout(words, p));
                if (found != null) {
                    return found;
                }
            }
        }
        return text;
    }

    private static long worded(List<Word> words) {
        return words.stream().filter(word -> word.letters).count();
    }

    private static long hashWithout(List<Word> words, int position) {
        long sum = 0;
        for (int p = 0; p < words.size(); p++) {
            sum += p == position ? 0 : Hashes.mix(words.get(p).hash + p);
        }
        return Hashes.combine(sum, 1000L * words.size() + position);
    }

    private static List<Word> split(byte[] bytes) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && words.size() < MAX_WORDS) {
            int end = at;
            while (end < bytes.length && bytes[end] != ' ') {
                end++;
            }
            words.add(new Word(bytes, at, words.size() == MAX_WORDS - 1 ? bytes.length : end));
            at = end + 1;
        }
        return words;
    }

    private static byte[] bytes(RedactedText text) {
        byte[] bytes = new byte[text.length()];
        text.copyTo(bytes, 0);
        return bytes;
    }

    /** What stands between two blanks of a template. */
    private static final class Word {

        final long hash;
        final boolean wild;
        final boolean partlyWild;
        final boolean letters;

        Word(byte[] bytes, int from, int to) {
            hash = Hashes.fnv1a(bytes, from, to);
            wild = to - from == WILDCARD.length && isWildcard(bytes, from);
            boolean found = false;
            for (int i = from; i < to; i++) {
                found |= isWildcard(bytes, i);
            }
            partlyWild = found && !wild;
            letters = !found && to > from && (Bytes.classOf(bytes[from]) & Bytes.LETTER) != 0;
        }
    }
}
