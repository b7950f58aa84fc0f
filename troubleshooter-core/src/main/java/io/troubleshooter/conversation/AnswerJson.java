package io.troubleshooter.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers, turns and feedback as JSON, for caches and session stores. The frame is not written: it is made again from the
 * evidence. What is read passes the redactor where its type demands it, which changes nothing in text that is redacted.
 */
public final class AnswerJson {

    /** Name and version of the form. */
    public static final String SCHEMA = "troubleshooter/answer/v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerJson() {}

    public static String write(Answer answer) {
        return AnswerWriter.answer(answer).toString();
    }

    /**
     * Reads an answer.
     *
     * @param frame of the evidence that it is about
     * @throws TroubleshooterException if it is no such JSON
     */
    public static Answer read(String json, RedactionSession redaction, IncidentFrame frame) {
        return reading(json, node -> new AnswerReader(redaction, frame).answer(node));
    }

    public static String write(Turn turn) {
        ObjectNode node = JSON.createObjectNode();
        node.put("number", turn.number()).put("time", turn.time().toString());
        RedactedText question = turn.question();
        if (question != null) {
            node.put("question", question.toString());
        }
        node.put("sources", turn.answer().diagnosis().frame().sources().size());
        node.set("answer", AnswerWriter.answer(turn.answer()));
        return node.toString();
    }

    /** Which turn it is. */
    public static int numberOf(String turn) {
        return reading(turn, node -> node.path("number").asInt());
    }

    /** How many sources a turn is about; {@code otherwise} where it does not say. */
    public static int sourcesOf(String turn, int otherwise) {
        return reading(turn, node -> node.path("sources").asInt(otherwise));
    }

    /**
     * Reads a turn.
     *
     * @throws TroubleshooterException if it is no such JSON
     */
    public static Turn readTurn(String json, RedactionSession redaction, IncidentFrame frame) {
        return reading(
                json,
                node -> new Turn(
                        node.path("number").asInt(),
                        Instant.parse(node.path("time").asText()),
                        optional(node.path("question"), redaction),
                        new AnswerReader(redaction, frame).answer(node.path("answer"))));
    }

    public static String write(Feedback feedback) {
        ObjectNode node = JSON.createObjectNode();
        node.put("cause", feedback.cause()).put("confirmed", feedback.confirmed());
        RedactedText note = feedback.note();
        if (note != null) {
            node.put("note", note.toString());
        }
        return node.put("time", feedback.time().toString()).toString();
    }

    /**
     * Reads feedback.
     *
     * @throws TroubleshooterException if it is no such JSON
     */
    public static Feedback readFeedback(String json, RedactionSession redaction) {
        return reading(
                json,
                node -> new Feedback(
                        node.path("cause").asText(),
                        node.path("confirmed").asBoolean(),
                        optional(node.path("note"), redaction),
                        Instant.parse(node.path("time").asText())));
    }

    private static @Nullable RedactedText optional(JsonNode node, RedactionSession redaction) {
        return node.isTextual() ? redaction.redact(node.textValue()) : null;
    }

    private interface Reading<T> {
        T of(JsonNode node);
    }

    private static <T> T reading(String json, Reading<T> reading) {
        try {
            return reading.of(JSON.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException broken) {
            // Its message quotes the input.
            throw new TroubleshooterException(
                    Code.UNUSABLE_INPUT,
                    "A stored answer is not of the form " + SCHEMA + ".",
                    "It was damaged, or written by a newer version; delete the session or clear the cache.");
        }
    }
}
