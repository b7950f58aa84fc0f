package io.troubleshooter.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regex of a rule, compiled when first needed. It runs over bytes seen as characters of Latin-1, so that offsets are
 * byte offsets; characters beyond ASCII in the regex are rewritten to their bytes.
 *
 * <p>A regex runs under a budget of steps, so that hostile text costs a bounded time whatever the regex: where the budget
 * is used up, the regex counts as not found. Built-in ones are linear, which a test proves, and need none on short text.
 */
final class RulePattern {

    /** Characters looked at per search, far above what a window of honest text needs. */
    static final int STEPS = 400_000;

    private static final int SHORT = 512;

    private static final int FLAGS = Pattern.MULTILINE | Pattern.UNIX_LINES;

    private final String source;
    private final boolean trusted;
    private volatile @Nullable Pattern compiled;
    private volatile @Nullable List<String> names;

    RulePattern(String source, boolean trusted) {
        this.source = source;
        this.trusted = trusted;
    }

    String source() {
        return source;
    }

    /** @throws PatternSyntaxException if it is no regex */
    Pattern compile() {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(RegexBytes.rewrite(source), FLAGS);
            compiled = pattern;
        }
        return pattern;
    }

    /** A matcher positioned on the first find in {@code from} to {@code to}; null where there is none. */
    @Nullable
    Matcher find(String text, int from, int to) {
        CharSequence input = trusted && to - from <= SHORT ? text : new CountedText(text, STEPS);
        Matcher matcher = compile().matcher(input).region(from, to);
        matcher.useAnchoringBounds(false).useTransparentBounds(true);
        try {
            return matcher.find() ? matcher : null;
        } catch (CountedText.Spent spent) {
            return null;
        } catch (StackOverflowError deep) {
            return null; // alternation inside a repetition, nested by hostile text
        }
    }

    /** Names of its groups, in order. */
    List<String> names() {
        List<String> found = names;
        if (found == null) {
            found = namesIn(source);
            names = found;
        }
        return found;
    }

    private static List<String> namesIn(String regex) {
        List<String> names = new ArrayList<>();
        for (int at = regex.indexOf("(?<"); at >= 0; at = regex.indexOf("(?<", at + 3)) {
            int end = regex.indexOf('>', at);
            if (end > at && Character.isLetter(regex.charAt(at + 3))) {
                String name = regex.substring(at + 3, end);
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }
}
