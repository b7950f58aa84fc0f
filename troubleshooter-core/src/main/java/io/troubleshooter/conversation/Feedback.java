package io.troubleshooter.conversation;

import io.troubleshooter.redact.RedactedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of a hypothesis.
 *
 * @param cause of the hypothesis
 * @param note redacted, null where none was given
 */
public record Feedback(
        String cause, boolean confirmed, @Nullable RedactedText note, Instant time) {}
