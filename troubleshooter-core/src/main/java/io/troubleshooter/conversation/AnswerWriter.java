package io.troubleshooter.conversation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes an answer as a JSON tree. */
final class AnswerWriter {

    private AnswerWriter() {}

    static ObjectNode answer(Answer answer) {
        ObjectNode node = object();
        node.put("schema", AnswerJson.SCHEMA).put("kind", answer.kind().name());
        all(node.putArray("statements"), answer.statements(), AnswerWriter::statement);
        diagnosis(node.putObject("diagnosis"), answer.diagnosis());
        all(
                node.putArray("changes"),
                answer.changes(),
                (to, change) -> to.put("kind", change.kind().name())
                        .put("cause", change.cause())
                        .put("title", change.title())
                        .put("why", change.why()));
        strings(node.putArray("notes"), answer.notes());
        all(node.putArray("tools"), answer.tools(), AnswerWriter::tool);
        node.putObject("citations")
                .put("claimed", answer.citations().claimed())
                .put("standing", answer.citations().standing())
                .put("unsupported", answer.citations().unsupported());
        return node;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> void all(ArrayNode array, List<T> elements, BiConsumer<ObjectNode, T> write) {
        elements.forEach(each -> write.accept(array.addObject(), each));
    }

    private static void strings(ArrayNode array, List<String> elements) {
        elements.forEach(array::add);
    }

    private static void statement(ObjectNode to, Statement statement) {
        to.put("text", statement.text()).put("verified", statement.verified());
        all(to.putArray("citations"), statement.citations(), AnswerWriter::citation);
    }

    private static void tool(ObjectNode to, ToolAnswer tool) {
        to.put("id", tool.id())
                .put("name", tool.name())
                .put("asked", tool.asked().toString())
                .put("output", tool.output().toString())
                .put("failed", tool.failed())
                .put("lines", tool.lines())
                .put("millis", tool.millis());
    }

    private static void diagnosis(ObjectNode to, Diagnosis diagnosis) {
        to.put("verdict", diagnosis.verdict().name()).put("summary", diagnosis.summary());
        all(to.putArray("hypotheses"), diagnosis.hypotheses(), AnswerWriter::hypothesis);
        all(to.putArray("runbook"), diagnosis.runbook(), AnswerWriter::step);
        all(to.putArray("setAside"), diagnosis.setAside(), AnswerWriter::setAside);
        strings(to.putArray("gaps"), diagnosis.gaps());
        provenance(to.putObject("producedBy"), diagnosis.producedBy());
        usage(to.putObject("usage"), diagnosis.usage());
        redaction(to.putObject("redaction"), diagnosis.redaction());
    }

    private static void hypothesis(ObjectNode to, Hypothesis hypothesis) {
        to.put("rank", hypothesis.rank())
                .put("cause", hypothesis.cause())
                .put("title", hypothesis.title())
                .put("explanation", hypothesis.explanation())
                .put("confidence", hypothesis.confidence())
                .put("verified", hypothesis.verified())
                .put("followsFrom", hypothesis.followsFrom());
        all(to.putArray("citations"), hypothesis.citations(), AnswerWriter::citation);
        all(to.putArray("fixes"), hypothesis.fixes(), AnswerWriter::fix);
        all(to.putArray("nextChecks"), hypothesis.nextChecks(), AnswerWriter::check);
        ArrayNode explains = to.putArray("explains");
        hypothesis.explains().forEach(explains::add);
    }

    private static void citation(ObjectNode to, Citation citation) {
        lines(to, citation.lines());
        to.put("quote", citation.quote().toString()).put("count", citation.count());
        Span highlight = citation.highlight();
        if (highlight != null) {
            to.putArray("highlight").add(highlight.start()).add(highlight.end());
        }
    }

    private static void lines(ObjectNode to, LineRef lines) {
        to.put("source", lines.source()).put("first", lines.first()).put("last", lines.last());
    }

    private static void fix(ObjectNode to, Fix fix) {
        to.put("action", fix.action())
                .put("command", fix.command())
                .put("risk", fix.risk())
                .put("rollback", fix.rollback());
    }

    private static void check(ObjectNode to, Check check) {
        to.put("check", check.check())
                .put("command", check.command())
                .put("expect", check.expect())
                .put("then", check.then());
    }

    private static void step(ObjectNode to, RunbookStep step) {
        to.put("step", step.step())
                .put("action", step.action())
                .put("command", step.command())
                .put("why", step.why());
    }

    private static void setAside(ObjectNode to, SetAside aside) {
        lines(to, aside.line());
        to.put("text", aside.text().toString()).put("count", aside.count()).put("why", aside.why());
    }

    private static void provenance(ObjectNode to, Provenance by) {
        to.put("analyst", by.analyst())
                .put("model", by.model())
                .put("promptVersion", by.promptVersion())
                .put("rulesVersion", by.rulesVersion())
                .put("version", by.version());
    }

    private static void usage(ObjectNode to, Usage usage) {
        to.put("inputTokens", usage.inputTokens())
                .put("outputTokens", usage.outputTokens())
                .put("costUsd", usage.costUsd())
                .put("latencyMs", usage.latencyMs())
                .put("cached", usage.cached());
    }

    private static void redaction(ObjectNode to, RedactionSummary redaction) {
        ObjectNode byKind = to.put("total", redaction.total()).putObject("byKind");
        redaction.byKind().forEach(byKind::put);
    }
}
