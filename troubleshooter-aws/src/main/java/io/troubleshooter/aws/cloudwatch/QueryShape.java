package io.troubleshooter.aws.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of an Insights query, as far as they decide what may be done with it. */
final class QueryShape {

    private static final Set<String> PLAIN = Set.of("fields", "filter", "parse");
    private static final Pattern REGEX_FOLLOWS = Pattern.compile("(?:\\blike|=~|\\bparse\\s+[@\\w.`-]+|[(,])\\s*$");
    private static final Pattern WORD = Pattern.compile("\\s*([A-Za-z]+)");

    private final List<String> parts;

    private QueryShape(List<String> parts) {
        this.parts = parts;
    }

    static QueryShape of(String query) {
        return new QueryShape(split(query));
    }

    /** First words of its parts, in small letters; empty for a part that begins with none. */
    List<String> commands() {
        return parts.stream().map(QueryShape::command).toList();
    }

    /** Whether its rows are events, so that the query of two halves of a window gives the rows of the window. */
    boolean isOfEvents() {
        return PLAIN.containsAll(commands());
    }

    private static String command(String part) {
        Matcher word = WORD.matcher(part);
        return word.lookingAt() ? word.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** At each {@code |} that stands neither in quotes nor in a regex nor in a comment. */
    private static List<String> split(String query) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '|') {
                parts.add(query.substring(start, i));
                start = i + 1;
            } else if (c == '"' || c == '\'' || c == '`') {
                i = end(query, i, c);
            } else if (c == '/'
                    && REGEX_FOLLOWS.matcher(query.substring(start, i)).find()) {
                i = end(query, i, c);
            } else if (c == '#') {
                i = end(query, i, '\n');
            }
        }
        parts.add(query.substring(start));
        return parts;
    }

    /** Where what begins at {@code from} ends; the last character if it does not. */
    private static int end(String query, int from, char closing) {
        for (int i = from + 1; i < query.length(); i++) {
            if (query.charAt(i) == '\\' && closing != '\n') {
                i++;
            } else if (query.charAt(i) == closing) {
                return i;
            }
        }
        return query.length() - 1;
    }
}
