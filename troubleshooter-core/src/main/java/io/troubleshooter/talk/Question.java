package io.troubleshooter.talk;

import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.record.Level;
import io.troubleshooter.tool.TimeWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question, as far as its words are looked at.
 *
 * @param text on one line, without the mark at its end; only the beginning of a long one
 * @param lower the same in lower case
 */
record Question(String text, String lower) {

    /** Also bounds what the patterns of the topics cost, all of which run over a line of this length at most. */
    private static final int MAX = 500;

    private static final Pattern TIME = Pattern.compile("(?<![\\w:])(?:\\d{4}-\\d\\d-\\d\\d[ t])?\\d{1,2}:\\d\\d"
            + "(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:z| ?utc)?(?: ?[ap]m)?(?![\\w:])");

    private static final Pattern QUOTED = Pattern.compile("[\"'`\u201c]([^\"'`\u201c\u201d]{2,200})[\"'`\u201d]");

    static Question of(String question) {
        String start = question.length() <= MAX ? question : question.substring(0, MAX);
        String line = start.replaceAll("\\s+", " ").strip();
        while (line.endsWith("?") || line.endsWith("!") || line.endsWith(".")) {
            line = line.substring(0, line.length() - 1).strip();
        }
        return new Question(line, line.toLowerCase(Locale.ROOT));
    }

    /** Whether the pattern is found; it is compared with the lower case. */
    boolean says(Pattern pattern) {
        return pattern.matcher(lower).find();
    }

    /** The first group of the pattern, as it was written; null where it is not found. */
    @Nullable
    String part(Pattern pattern) {
        Matcher matcher = pattern.matcher(lower);
        if (!matcher.find() || matcher.group(1) == null) {
            return null;
        }
        String part =
                lower.length() == text.length() ? text.substring(matcher.start(1), matcher.end(1)) : matcher.group(1);
        return part.isBlank() ? null : part.strip();
    }

    /** What stands between quotation marks; null where nothing does. */
    @Nullable
    String quoted() {
        Matcher matcher = QUOTED.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : null;
    }

    /** The moments named, in order. */
    List<Instant> times(TimeRange range) {
        List<Instant> times = new ArrayList<>();
        Matcher matcher = TIME.matcher(lower);
        while (matcher.find()) {
            Instant time = TimeWords.moment(onTheClock(matcher.group()), range);
            if (time != null) {
                times.add(time);
            }
        }
        return times;
    }

    /** Whether the moment is named to the minute only. */
    boolean namesMinutes() {
        Matcher matcher = TIME.matcher(lower);
        return matcher.find() && matcher.group().chars().filter(c -> c == ':').count() == 1;
    }

    /** {@code 2:05 pm} as {@code 14:05}. */
    private static String onTheClock(String time) {
        boolean afternoon = time.endsWith("pm");
        if (!afternoon && !time.endsWith("am")) {
            return time;
        }
        String bare = time.substring(0, time.length() - 2).strip();
        int colon = bare.indexOf(':');
        int start = bare.lastIndexOf(' ', colon) + 1;
        int hour = Integer.parseInt(bare, start, colon, 10) % 12 + (afternoon ? 12 : 0);
        return bare.substring(0, start) + (hour < 10 ? "0" : "") + hour + bare.substring(colon);
    }

    private static final Pattern ERRORS =
            Pattern.compile("\\b(?:errors?|failures?|fail(?:s|ed|ing)?|exceptions?|fatals?|wrong|broken?)\\b");
    private static final Pattern WARNINGS = Pattern.compile("\\bwarn(?:ing)?s?\\b");

    /** The least severity asked for. */
    Level level() {
        return says(WARNINGS) ? Level.WARN : says(ERRORS) ? Level.ERROR : Level.UNKNOWN;
    }
}
