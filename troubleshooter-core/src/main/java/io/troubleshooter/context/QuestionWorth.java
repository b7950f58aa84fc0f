package io.troubleshooter.context;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lines are worth since the question names something in them: a pod, a path, a code, a time. */
final class QuestionWorth {

    private static final int MAX_WORDS = 20;
    private static final int MAX_LINES = 12;
    private static final int MAX_LINE_BYTES = 4_000;
    private static final double NAMED = 11;
    private static final double PER_LINE = 0.5;

    private QuestionWorth() {}

    static void add(@Nullable RedactedText question, Evidence evidence, Worth worth) {
        if (question == null) {
            return;
        }
        for (String word : words(question.toString())) {
            addLines(word, evidence, worth);
        }
    }

    /** Words that name something: with digits, marks or capitals inside, or in quotation marks. */
    private static Set<String> words(String question) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : question.split("[\\s,;?!()\\[\\]]+", -1)) {
            String bare = stripped(word);
            if (bare.length() >= 3 && (isName(bare) || !bare.equals(word) && "\"'`".indexOf(word.charAt(0)) >= 0)) {
                words.add(bare.toLowerCase(Locale.ROOT));
            }
            if (words.size() == MAX_WORDS) {
                break;
            }
        }
        return words;
    }

    private static String stripped(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && "\"'`.:*".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "\"'`.:*".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }

    private static boolean isName(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c) || "-_./:@<".indexOf(c) >= 0 || (i > 0 && Character.isUpperCase(c))) {
                return true;
            }
        }
        return false;
    }

    private static void addLines(String word, Evidence evidence, Worth worth) {
        List<LineRef> found = new ArrayList<>();
        for (String source : evidence.sources()) {
            find(word, evidence, source, found);
        }
        double value = NAMED;
        for (LineRef line : first(found, evidence)) {
            worth.add(line.source(), line.first(), value);
            value -= PER_LINE;
        }
    }

    private static void find(String word, Evidence evidence, String source, List<LineRef> found) {
        for (long line = 1; line <= evidence.lines(source); line++) {
            RedactedText text = evidence.text(LineRef.of(source, line));
            if (text != null && lower(text).contains(word)) {
                found.add(LineRef.of(source, line));
            }
        }
    }

    private static String lower(RedactedText text) {
        return text.slice(0, Math.min(MAX_LINE_BYTES, text.length())).toString().toLowerCase(Locale.ROOT);
    }

    /** Those that speak of a failure before the others, in order. */
    private static List<LineRef> first(List<LineRef> found, Evidence evidence) {
        List<LineRef> telling = new ArrayList<>();
        List<LineRef> others = new ArrayList<>();
        for (LineRef line : found) {
            RedactedText text = evidence.text(line);
            boolean tells = text != null && TellingWords.in(text) >= 1;
            (tells ? telling : others).add(line);
        }
        telling.addAll(others);
        return telling.subList(0, Math.min(MAX_LINES, telling.size()));
    }
}
