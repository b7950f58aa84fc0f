package io.troubleshooter.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.diagnosis.ClaimVerifier.Claimed;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.talk.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads claims from a model's JSON: unknown fields are ignored, wrong types are empty, every text is cleaned and redacted. */
final class ClaimReader {

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_TITLE = 200;
    private static final int MAX_COMMAND = 500;
    private static final int MAX_CITATIONS = 8;
    private static final int MAX_ADVICE = 4;

    private final RedactionSession redaction;

    ClaimReader(RedactionSession redaction) {
        this.redaction = redaction;
    }

    Claim.@Nullable Paragraph paragraph(JsonNode node) {
        String text = text(node, "text", MAX_TEXT);
        return text.isEmpty() ? null : new Claim.Paragraph(text, citations(node));
    }

    Claim.@Nullable Cause cause(JsonNode node) {
        String cause = id(node.path("cause").asText());
        String title = line(node, "title", MAX_TITLE);
        Change.Kind relation = relation(node.path("relation").asText());
        if (cause.isEmpty() || title.isEmpty() && relation != Change.Kind.RETRACTED) {
            return null;
        }
        return new Claim.Cause(
                cause,
                title,
                text(node, "explanation", MAX_TEXT),
                confidence(node.path("confidence")),
                relation,
                id(node.path("of").asText()),
                citations(node),
                list(node.path("fixes"), this::fix),
                list(node.path("nextChecks"), this::check));
    }

    /** Free words on one line, such as a gap; empty where there are none. */
    String words(JsonNode node) {
        return node.isTextual() ? clean(PlainText.line(node.textValue(), MAX_TITLE * 2)) : "";
    }

    private @Nullable Fix fix(JsonNode node) {
        String action = line(node, "action", MAX_TITLE);
        String rollback = line(node, "rollback", MAX_TITLE);
        return action.isEmpty()
                ? null
                : new Fix(action, command(node), risk(node), rollback.isEmpty() ? "not stated" : rollback);
    }

    private @Nullable Check check(JsonNode node) {
        String check = line(node, "check", MAX_TITLE);
        String then = line(node, "then", MAX_TITLE);
        return check.isEmpty()
                ? null
                : new Check(check, command(node), line(node, "expect", MAX_TITLE), then.isEmpty() ? null : then);
    }

    private @Nullable String command(JsonNode node) {
        String command = line(node, "command", MAX_COMMAND);
        return command.isEmpty() ? null : command;
    }

    /** What is not said to be low or medium is high. */
    private static String risk(JsonNode node) {
        String risk = node.path("risk").asText();
        return risk.equals("low") || risk.equals("medium") ? risk : "high";
    }

    private List<Claimed> citations(JsonNode node) {
        List<Claimed> citations = new ArrayList<>();
        for (JsonNode each : node.path("citations")) {
            if (citations.size() < MAX_CITATIONS && each.isObject()) {
                long first = each.path("first").asLong();
                citations.add(new Claimed(
                        clip(each.path("source").asText(), 12),
                        first,
                        each.path("last").asLong(first),
                        clip(each.path("quote").asText(), MAX_COMMAND)));
            }
        }
        return List.copyOf(citations);
    }

    private static double confidence(JsonNode node) {
        double value = node.asDouble(0);
        return value >= 0 && value <= 1 ? value : 0;
    }

    private static Change.Kind relation(String relation) {
        return switch (relation) {
            case "confirms" -> Change.Kind.CONFIRMED;
            case "refines" -> Change.Kind.REFINED;
            case "retracts" -> Change.Kind.RETRACTED;
            default -> Change.Kind.NEW;
        };
    }

    /** An id of a cause: lower case letters, digits, {@code -} and {@code /}. */
    private String id(String text) {
        StringBuilder id = new StringBuilder();
        for (char c : clip(text, 80).toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '/' || c == '-';
            id.append(plain ? c : c == '_' || c == ' ' ? "-" : "");
        }
        return clean(id.toString());
    }

    private String text(JsonNode node, String field, int max) {
        return clean(PlainText.of(node.path(field).asText(), max));
    }

    private String line(JsonNode node, String field, int max) {
        return clean(PlainText.line(node.path(field).asText(), max));
    }

    private String clean(String text) {
        return text.isEmpty() ? "" : redaction.redact(text).toString();
    }

    private static String clip(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }

    private static <T> List<T> list(JsonNode nodes, Function<JsonNode, @Nullable T> read) {
        List<T> list = new ArrayList<>();
        for (JsonNode node : nodes) {
            T element = list.size() < MAX_ADVICE ? read.apply(node) : null;
            if (element != null) {
                list.add(element);
            }
        }
        return List.copyOf(list);
    }
}
