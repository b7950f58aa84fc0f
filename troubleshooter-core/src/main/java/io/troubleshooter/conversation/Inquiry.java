package io.troubleshooter.conversation;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.talk.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in one turn.
 *
 * @param question null where nothing is asked but what broke
 * @param history earlier turns, oldest first
 * @param redaction that everything new in this turn passes: tool outputs, the model's own words
 * @param account whose budget pays
 * @param session id, for records and sticky experiments
 */
public record Inquiry(
        CaseFile file,
        @Nullable RedactedText question,
        List<Turn> history,
        List<Feedback> feedback,
        RedactionSession redaction,
        String account,
        String session) {}
