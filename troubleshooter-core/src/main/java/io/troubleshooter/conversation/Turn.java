package io.troubleshooter.conversation;

import io.troubleshooter.redact.RedactedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question and its answer; the question is null where evidence alone was given. */
public record Turn(int number, Instant time, @Nullable RedactedText question, Answer answer) {}
