package io.troubleshooter.diagnosis;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How quotes and claims are compared with lines. */
final class Evidence {

    /** A typed pseudonym, {@code <ip:1>}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][a-z0-9-]{0,40}:\\d{1,9}>");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Numbers of two digits or more, times, and names with a mark inside, such as {@code pg-0} or {@code a.b.C}. */
    private static final Pattern FACT = Pattern.compile("[A-Za-z0-9_]++(?:[.:/@-][A-Za-z0-9_]++)++|\\d{2,}+");

    private Evidence() {}

    static String squeezed(RedactedText text) {
        return SPACE.matcher(text.toString()).replaceAll(" ").strip();
    }

    static String withoutPlaceholders(String text) {
        return text.indexOf('<') < 0 ? text : PLACEHOLDER.matcher(text).replaceAll(" ");
    }

    /** Whether it states anything besides placeholders. */
    static boolean says(String quote) {
        String rest = withoutPlaceholders(quote);
        return rest.chars().filter(Character::isLetterOrDigit).count() >= 3;
    }

    /** The part of an exemplar that stands in these lines; all of it where its lines are not those of the source. */
    static RedactedText within(Exemplar exemplar, LineRef lines) {
        RedactedText text = exemplar.text();
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (text.byteAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        LineRef all = exemplar.lines();
        if (starts.size() != all.last() - all.first() + 1) {
            return text;
        }
        int first = (int) Math.max(0, lines.first() - all.first());
        int last = (int) Math.min(starts.size() - 1L, lines.last() - all.first());
        return text.slice(starts.get(first), last + 1 < starts.size() ? starts.get(last + 1) : text.length());
    }

    static List<String> facts(String claim) {
        List<String> facts = new ArrayList<>();
        Matcher matcher = FACT.matcher(claim);
        while (matcher.find()) {
            facts.add(matcher.group());
        }
        return facts;
    }
}
