package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.redact.RedactedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was replied to a question; a report shows it before anything else.
 *
 * @param question null where it is not to be shown
 * @param paragraphs empty where nothing was replied
 */
public record Reply(@Nullable RedactedText question, List<Paragraph> paragraphs) {

    public static final Reply NONE = new Reply(null, List.of());

    public Reply {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * One of them.
     *
     * @param text plain words, perhaps with {@code `code`} and {@code **bold**}
     * @param citations that were checked and stand
     * @param doubted whether it is to be marked as not verified
     */
    public record Paragraph(String text, List<Citation> citations, boolean doubted) {}
}
