package io.troubleshooter.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.report.HtmlReport;
import io.troubleshooter.report.PostmortemReport;
import io.troubleshooter.report.Reply;
import io.troubleshooter.report.Report;
import io.troubleshooter.talk.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of an answer: what was replied to the question stands first; how it came about, in the notes. */
public final class AnswerReport {

    private static final int WIDEST = 120;

    private AnswerReport() {}

    /**
     * The report in one of the formats {@code text}, {@code markdown}, {@code json}, {@code html} and {@code postmortem}.
     *
     * @param report of the same format, for the diagnosis
     * @param question shown in HTML and postmortem; null for none
     * @param width columns of text; 0 where nothing is wrapped
     */
    public static String render(
            Report report, String format, Answer answer, @Nullable RedactedText question, int width) {
        Diagnosis diagnosis = withNotes(answer);
        return switch (format) {
            case "json" -> json(report.render(diagnosis), answer);
            case "text" -> words(answer, false, width) + report.render(diagnosis);
            case "markdown" -> words(answer, true, 0) + report.render(diagnosis);
            case "html" -> new HtmlReport(reply(answer, question)).render(diagnosis);
            case "postmortem" -> new PostmortemReport(reply(answer, question)).render(diagnosis);
            default -> report.render(diagnosis);
        };
    }

    private static Reply reply(Answer answer, @Nullable RedactedText question) {
        boolean byModel = answer.diagnosis().producedBy().model() != null;
        List<Reply.Paragraph> paragraphs = new ArrayList<>();
        for (Statement each : answer.statements()) {
            paragraphs.add(new Reply.Paragraph(
                    PlainWords.paragraph(each.text()), each.citations(), byModel && !each.verified()));
        }
        return new Reply(question, paragraphs);
    }

    /** Every format shows what could not be seen; what the model failed at belongs there. */
    private static Diagnosis withNotes(Answer answer) {
        Diagnosis made = answer.diagnosis();
        List<String> gaps = new ArrayList<>(answer.notes());
        made.gaps().stream().filter(gap -> !gaps.contains(gap)).forEach(gaps::add);
        return new Diagnosis(
                made.verdict(),
                made.summary(),
                made.hypotheses(),
                made.runbook(),
                made.setAside(),
                gaps,
                made.producedBy(),
                made.usage(),
                made.redaction(),
                made.frame());
    }

    private static String words(Answer answer, boolean markdown, int width) {
        if (answer.statements().isEmpty()) {
            return "";
        }
        boolean byModel = answer.diagnosis().producedBy().model() != null;
        StringBuilder out = new StringBuilder(markdown ? "**Answer**\n\n" : "ANSWER\n");
        for (Statement statement : answer.statements()) {
            String text = PlainWords.paragraph(statement.text());
            StringBuilder words = new StringBuilder(markdown ? PlainWords.markdown(text) : text.replace("**", ""));
            if (!markdown && text.endsWith(":")) {
                out.append(wrapped(words.toString(), width)).append('\n');
                lines(statement, width, out);
                continue;
            }
            String between = " (";
            for (Citation citation : statement.citations()) {
                words.append(between).append(citation.lines());
                between = ", ";
            }
            words.append(statement.citations().isEmpty() ? "" : ")");
            words.append(byModel && !statement.verified() ? " (unverified)" : "");
            out.append(wrapped(words.toString(), width)).append(markdown ? "\n\n" : "\n");
        }
        return out.append(markdown ? "" : "\n").toString();
    }

    /** The lines that a statement announces, each under its reference. */
    private static void lines(Statement statement, int width, StringBuilder out) {
        for (Citation citation : statement.citations()) {
            String line = "  " + citation.lines() + "  "
                    + PlainWords.line(citation.quote().toString());
            out.append(width > 0 && line.length() > width ? line.substring(0, width - 3) + "..." : line)
                    .append('\n');
        }
    }

    /** Broken between words; lines that are short enough stay as they are. */
    private static String wrapped(String text, int width) {
        if (width == 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int column = 0;
        for (String word : text.split("(?<=[ \n])", -1)) {
            if (column > 0 && column + word.stripTrailing().length() > Math.min(width, WIDEST)) {
                out.setLength(out.length() - (out.charAt(out.length() - 1) == ' ' ? 1 : 0));
                out.append('\n');
                column = 0;
            }
            out.append(word);
            column = word.endsWith("\n") ? 0 : column + word.length();
        }
        return out.toString();
    }

    /** Two fields more than the diagnosis has by itself. */
    private static String json(String rendered, Answer answer) {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode root = (ObjectNode) json.readTree(rendered);
            ArrayNode statements = root.putArray("answer");
            for (Statement statement : answer.statements()) {
                ObjectNode node = statements.addObject().put("text", statement.text());
                ArrayNode citations = node.put("verified", statement.verified()).putArray("citations");
                statement
                        .citations()
                        .forEach(citation -> citations.add(citation.lines().toString()));
            }
            ArrayNode notes = root.putArray("notes");
            answer.notes().forEach(notes::add);
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            return rendered;
        }
    }
}
