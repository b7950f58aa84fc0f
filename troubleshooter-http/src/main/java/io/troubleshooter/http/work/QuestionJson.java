package io.troubleshooter.http.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerJson;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.problem.ProblemJson;
import io.troubleshooter.http.work.Question.Asker;
import io.troubleshooter.http.work.Question.Failure;
import io.troubleshooter.http.work.Question.State;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions as JSON: as they are kept, and as callers see them. */
final class QuestionJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QuestionJson() {}

    static String write(Question question) {
        ObjectNode json = JSON.createObjectNode()
                .put("number", question.number())
                .put("text", question.text())
                .put("model", question.model())
                .put("state", question.state().name())
                .put("turn", question.turn())
                .put("attempts", question.attempts())
                .put("events", question.events())
                .put("worker", question.worker());
        json.putObject("asker")
                .put("project", question.asker().project())
                .put("user", question.asker().user())
                .put("role", question.asker().role().name());
        times(json, question);
        Failure problem = question.problem();
        if (problem != null) {
            json.putObject("problem").put("code", problem.code()).put("detail", problem.detail());
        }
        return json.toString();
    }

    private static void times(ObjectNode json, Question question) {
        time(json, "asked", question.asked());
        time(json, "started", question.started());
        time(json, "finished", question.finished());
    }

    private static void time(ObjectNode json, String name, @Nullable Instant time) {
        json.put(name, time == null ? null : time.toString());
    }

    static Question read(String session, String json) {
        JsonNode node = parse(json);
        JsonNode asker = node.path("asker");
        JsonNode problem = node.path("problem");
        return new Question(
                session,
                node.path("number").asInt(),
                node.path("text").textValue(),
                node.path("model").asBoolean(),
                State.valueOf(node.path("state").asText()),
                new Asker(
                        asker.path("project").asText(),
                        asker.path("user").asText(),
                        Role.valueOf(asker.path("role").asText())),
                Instant.parse(node.path("asked").asText()),
                instant(node.path("started")),
                instant(node.path("finished")),
                node.path("turn").asInt(),
                node.path("attempts").asInt(),
                node.path("events").asLong(),
                problem.isObject()
                        ? new Failure(
                                problem.path("code").asText(),
                                problem.path("detail").asText())
                        : null,
                node.path("worker").asText());
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.textValue()) : null;
    }

    /**
     * As callers see it.
     *
     * @param answer null where there is none, or none yet
     * @param position among those that wait in its session, from 1; 0 where it does not wait
     */
    static ObjectNode view(Question question, @Nullable Answer answer, int position) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", question.id())
                .put("number", question.number())
                .put("question", question.text())
                .put("provider", question.model() ? "model" : "offline")
                .put("state", question.state().word());
        times(json, question);
        json.put("asker", question.asker().user());
        if (answer != null) {
            json.set("answer", parse(AnswerJson.write(answer)));
        }
        Failure problem = question.problem();
        if (problem != null) {
            json.set("problem", problem(question, problem));
        }
        if (position > 0) {
            json.put("position", position);
        }
        return json;
    }

    static ObjectNode problem(Question question, Failure failure) {
        ProblemCode code = ProblemCode.valueOf(failure.code().toUpperCase(Locale.ROOT));
        ObjectNode json = ProblemJson.write(ProblemException.of(code, failure.detail()), path(question), "");
        json.remove("requestId");
        return json;
    }

    static String path(Question question) {
        return "/v1/sessions/" + question.session() + "/questions/" + question.id();
    }

    /** Of what this service wrote itself. */
    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("what was stored is no JSON"); // its message would quote it
        }
    }
}
