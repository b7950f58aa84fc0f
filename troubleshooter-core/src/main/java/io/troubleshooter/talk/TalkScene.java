package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.tool.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an answer can rest on.
 *
 * @param shown the diagnosis that the user sees
 */
record TalkScene(CaseFile file, Diagnosis shown) {

    /** Lines shown with one statement. */
    static final int LINES = 12;

    static final BooleanSupplier NEVER = () -> false;

    private static final int MAX_QUOTE = 400;

    Evidence evidence() {
        return file.evidence();
    }

    IncidentFrame frame() {
        return file.frame();
    }

    @Nullable
    TimeRange range() {
        return file.frame().time();
    }

    /** The likeliest cause; null where there is none. */
    @Nullable
    Hypothesis top() {
        return shown.hypotheses().isEmpty() ? null : shown.hypotheses().get(0);
    }

    /** A statement without lines behind it. */
    static Statement plain(String text) {
        return new Statement(text, List.of(), false);
    }

    /** A statement and the lines behind it, of which those are left out that are no longer kept. */
    Statement cited(String text, List<LineRef> lines) {
        List<Citation> citations = new ArrayList<>();
        for (LineRef line : lines) {
            RedactedText words = evidence().text(LineRef.of(line.source(), line.first()));
            if (words != null && !words.isEmpty()) {
                citations.add(new Citation(LineRef.of(line.source(), line.first()), beginning(words), null, 1));
            }
        }
        return new Statement(text, List.copyOf(citations), !citations.isEmpty());
    }

    /** A statement with the citations that a hypothesis has. */
    static Statement cited(String text, Hypothesis hypothesis) {
        return new Statement(text, hypothesis.citations(), hypothesis.verified());
    }

    private static RedactedText beginning(RedactedText line) {
        int end = Math.min(MAX_QUOTE, line.length());
        while (end > 0 && end < line.length() && (line.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return line.slice(0, end).compact();
    }

    /** The first lines of records. */
    static List<LineRef> lines(List<Entry> entries) {
        return entries.stream()
                .limit(LINES)
                .map(entry -> LineRef.of(entry.lines().source(), entry.lines().first()))
                .toList();
    }

    /** Time of day in the evidence's zone, with the date where it spans more than a day. */
    String clock(Instant time) {
        TimeRange range = range();
        if (range == null) {
            return time.toString();
        }
        ZonedDateTime local = time.atZone(TimeWords.zone(range));
        String clock = local.toLocalTime().toString();
        String seconds = clock.length() == 5 ? clock + ":00" : clock.substring(0, 8);
        boolean days = Duration.between(range.first(), range.last()).toHours() >= 24;
        return days ? local.toLocalDate() + " " + seconds : seconds;
    }

    /** Words of the user's, as they may stand in an answer. */
    static String words(String term) {
        return "`" + PlainText.line(term.replace('`', '\''), 80) + "`";
    }

    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code , the first 12 of them:} where there are more. */
    static String shown(long total) {
        return total > LINES ? ", " + LINES + " of them:" : ":";
    }
}
