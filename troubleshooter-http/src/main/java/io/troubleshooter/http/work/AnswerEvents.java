package io.troubleshooter.http.work;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.http.work.Question.State;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;

/** Writes into a log what happens while an answer forms. */
final class AnswerEvents implements AnswerListener {

    private static final JsonReport REPORT = new JsonReport(false);

    private final EventLog log;

    AnswerEvents(EventLog log) {
        this.log = log;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    void status(State state, String stage) {
        log.add("status", object().put("state", state.word()).put("stage", stage));
    }

    @Override
    public void stage(String name) {
        status(State.RUNNING, name);
    }

    @Override
    public void offline(Diagnosis diagnosis) {
        status(State.RUNNING, "offline");
        log.add("offline", QuestionJson.parse(REPORT.render(diagnosis)));
    }

    @Override
    public void tool(ToolAnswer answer) {
        log.add(
                "tool",
                object().put("id", answer.id())
                        .put("name", answer.name())
                        .put("arguments", answer.asked().toString())
                        .put("lines", answer.lines())
                        .put("millis", answer.millis())
                        .put("summary", answer.failed() ? "failed" : answer.lines() + " lines"));
    }

    @Override
    public void statement(Statement statement) {
        ObjectNode json = object().put("text", statement.text()).put("verified", statement.verified());
        ArrayNode citations = json.putArray("citations");
        statement.citations().forEach(each -> citation(citations.addObject(), each));
        log.add("statement", json);
    }

    private static void citation(ObjectNode to, Citation citation) {
        to.put("source", citation.lines().source());
        to.putArray("lines").add(citation.lines().first()).add(citation.lines().last());
        to.put("quote", citation.quote().toString());
    }

    @Override
    public void hypothesis(Hypothesis hypothesis) {
        log.add("hypothesis", QuestionJson.parse(JsonReport.render(hypothesis)));
    }

    void usage(Diagnosis.Usage usage) {
        log.add(
                "usage",
                object().put("inputTokens", usage.inputTokens())
                        .put("outputTokens", usage.outputTokens())
                        .put("costUsd", usage.costUsd())
                        .put("cached", usage.cached()));
    }

    /** Tells of an answer that is there already as if it formed now. */
    void retell(Diagnosis offline, Answer answer) {
        offline(offline);
        answer.tools().forEach(this::tool);
        answer.statements().forEach(this::statement);
        if (answer.diagnosis().producedBy().analyst().equals("model")) {
            answer.diagnosis().hypotheses().stream()
                    .filter(Hypothesis::verified)
                    .forEach(this::hypothesis);
        }
        usage(answer.diagnosis().usage());
    }
}
