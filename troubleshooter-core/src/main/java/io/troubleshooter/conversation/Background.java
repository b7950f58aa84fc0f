package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is told besides the evidence: hypotheses so far, earlier turns. All of it passes the redactor again. */
final class Background {

    private static final int TURNS = 6;
    private static final int HYPOTHESES = 6;
    private static final int QUESTION = 300;
    private static final int TURN_TEXT = 900;

    private Background() {}

    /** Hypotheses of rules, and of the last answer; null where there are none. */
    static @Nullable RedactedText findings(Inquiry inquiry) {
        StringBuilder text = new StringBuilder();
        for (Hypothesis each : inquiry.file().offline().hypotheses()) {
            add(text, each, "rules");
        }
        for (Hypothesis each : earlier(inquiry)) {
            add(text, each, "earlier turn");
        }
        for (Feedback each : inquiry.feedback()) {
            text.append("- the engineer says: ")
                    .append(each.cause())
                    .append(each.confirmed() ? " is right\n" : " is wrong\n");
        }
        return text.isEmpty()
                ? null
                : inquiry.redaction().redact(text.toString().strip());
    }

    /** What a model brought up in this conversation, the last answer still held for possible, and the rules do not name. */
    static List<Hypothesis> earlier(Inquiry inquiry) {
        List<Turn> history = inquiry.history();
        if (history.isEmpty()) {
            return List.of();
        }
        List<Hypothesis> offline = inquiry.file().offline().hypotheses();
        return history.get(history.size() - 1).answer().diagnosis().hypotheses().stream()
                .filter(each -> each.verified() && isOfAModel(history, each.cause()))
                .filter(each -> offline.stream().noneMatch(o -> o.cause().equals(each.cause())))
                .limit(HYPOTHESES)
                .toList();
    }

    private static boolean isOfAModel(List<Turn> history, String cause) {
        for (Turn turn : history) {
            Answer answer = turn.answer();
            boolean byModel = answer.diagnosis().producedBy().analyst().equals("model");
            if (byModel && answer.changes().stream().anyMatch(each -> brings(each, cause))) {
                return true;
            }
        }
        return false;
    }

    private static boolean brings(Change change, String cause) {
        boolean brought = change.kind() == Change.Kind.NEW || change.kind() == Change.Kind.REFINED;
        return brought && change.cause().equals(cause);
    }

    private static void add(StringBuilder text, Hypothesis hypothesis, String by) {
        text.append("- ")
                .append(hypothesis.cause())
                .append(" (")
                .append(by)
                .append(", ")
                .append(hypothesis.confidence())
                .append("): ")
                .append(clip(hypothesis.title(), QUESTION));
        for (Citation citation : hypothesis.citations()) {
            text.append(' ').append(citation.lines());
        }
        text.append('\n');
    }

    /** Earlier turns in short, the oldest first; null where there are none. */
    static @Nullable RedactedText history(Inquiry inquiry) {
        List<Turn> turns = inquiry.history();
        if (turns.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Turn turn : turns.subList(Math.max(0, turns.size() - TURNS), turns.size())) {
            RedactedText question = turn.question();
            text.append("Question ")
                    .append(turn.number())
                    .append(": ")
                    .append(question == null ? "what broke?" : clip(question.toString(), QUESTION))
                    .append("\nAnswer: ")
                    .append(clip(said(turn.answer()), TURN_TEXT))
                    .append('\n');
        }
        return inquiry.redaction().redact(text.toString().strip());
    }

    private static String said(Answer answer) {
        StringBuilder said = new StringBuilder();
        for (Statement statement : answer.statements()) {
            said.append(statement.text()).append(' ');
        }
        return said.isEmpty() ? answer.diagnosis().summary() : said.toString();
    }

    private static String clip(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
