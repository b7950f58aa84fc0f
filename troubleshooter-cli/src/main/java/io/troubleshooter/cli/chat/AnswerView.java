package io.troubleshooter.cli.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.Change;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints an answer as it forms, each part once. */
final class AnswerView implements AnswerListener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_REFERENCES = 4;
    private static final int MOST_LINES = 30;
    private static final int MOST_ROWS = 3;

    private final Ink ink;
    private final Console.Busy busy;
    private int statements;

    AnswerView(Ink ink, Console.Busy busy) {
        this.ink = ink;
        this.busy = busy;
    }

    @Override
    public void stage(String name) {
        busy.status(name);
    }

    @Override
    public void tool(ToolAnswer answer) {
        busy.status("");
        ink.text("  . ");
        String took = Figures.seconds(answer.millis());
        String got = answer.failed() ? "failed" : Figures.count(answer.lines(), "line");
        String id = answer.id().isEmpty() ? "" : answer.id() + "  ";
        ink.rest(answer.name() + " " + asked(answer.asked().toString()), id + got + "  " + took)
                .end();
    }

    /** The arguments without the marks of JSON. */
    static String asked(String json) {
        try {
            JsonNode arguments = JSON.readTree(json);
            List<String> values = new ArrayList<>();
            arguments.fields().forEachRemaining(field -> values.add(value(field.getValue())));
            return arguments.isObject() ? String.join(" ", values) : json;
        } catch (JsonProcessingException asItIs) {
            return json;
        }
    }

    private static String value(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        return value.isTextual() && text.indexOf(' ') >= 0 ? "\"" + text + "\"" : text;
    }

    @Override
    public void statement(Statement statement) {
        busy.status("");
        statements++;
        boolean introduces = statement.text().stripTrailing().endsWith(":");
        Markdown.print(ink, introduces ? statement.text() : statement.text() + references(statement));
        if (introduces) {
            lines(statement.citations());
        }
    }

    /** What the statement announces: the lines themselves, one each. */
    private void lines(List<Citation> citations) {
        int width = citations.stream()
                .mapToInt(citation -> citation.lines().toString().length())
                .max()
                .orElse(0);
        for (Citation citation : citations.subList(0, Math.min(MOST_LINES, citations.size()))) {
            // What matters often stands at the end of a line, so that it is wrapped before it is cut.
            String quote = Printable.cut(Printable.line(citation.quote().toString()), MOST_ROWS * ink.columns());
            ink.to(2).text(citation.lines().toString()).to(2 + width + 2).prose(2 + width + 2, quote);
        }
        if (citations.size() > MOST_LINES) {
            ink.line("  " + Figures.count(citations.size() - MOST_LINES, "more line"));
        }
    }

    /** Where the text does not already name them. */
    private static String references(Statement statement) {
        StringBuilder references = new StringBuilder();
        int count = 0;
        for (Citation citation : statement.citations()) {
            String reference = citation.lines().toString();
            if (!statement.text().contains(reference) && count++ < MOST_REFERENCES) {
                references.append(references.length() == 0 ? " (" : ", ").append(reference);
            }
        }
        if (count > MOST_REFERENCES) {
            references.append(", ...");
        }
        return references.length() == 0 ? "" : references + ")";
    }

    /** What is to be said when all has been printed. */
    void finish(Answer answer, boolean stopped, Budgets.@Nullable Balance balance) {
        busy.status("");
        answer.statements().stream().skip(statements).forEach(this::statement);
        if (statements == 0 && !stopped) {
            new DiagnosisView(ink).brief(answer.diagnosis(), 3);
        }
        if (stopped) {
            ink.line("  (stopped)");
        } else {
            answer.notes().forEach(note -> ink.to(2).prose(2, note));
        }
        if (answer.diagnosis().producedBy().model() != null) {
            changes(answer);
            ink.to(2).prose(2, account(answer, balance));
        }
    }

    private void changes(Answer answer) {
        for (Change change : answer.changes()) {
            String kind = change.kind().name().toLowerCase(Locale.ROOT);
            ink.to(2).prose(2, kind + " hypothesis: " + change.title() + " - " + change.why());
        }
    }

    private static String account(Answer answer, Budgets.@Nullable Balance balance) {
        Usage usage = answer.diagnosis().usage();
        Answer.CitationCount citations = answer.citations();
        StringBuilder out = new StringBuilder(Figures.count(citations.claimed(), "citation")).append(" checked");
        if (citations.standing() < citations.claimed()) {
            out.append(", ").append(citations.claimed() - citations.standing()).append(" dropped");
        }
        if (citations.unsupported() > 0) {
            out.append(", ")
                    .append(Figures.count(citations.unsupported(), "claim"))
                    .append(" unsupported");
        }
        out.append("; ").append(Figures.number(usage.inputTokens())).append(" in, ");
        out.append(Figures.number(usage.outputTokens())).append(" out, ");
        out.append(Figures.dollars(Figures.microUsd(usage.costUsd()))).append(usage.cached() ? " (cached)" : "");
        if (balance != null) {
            out.append("; budget left ").append(Figures.dollars(balance.left()));
        }
        return out.toString();
    }
}
