package io.troubleshooter.frame;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.template.VariableKind;
import io.troubleshooter.template.Variables;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a variable part of a message stands for: a thing or a measured number, or neither.
 *
 * @param entity kind of entity; empty where it is none
 * @param metric name of the metric, null where it is none
 * @param unit {@code ms}, {@code bytes}, {@code %}, or empty
 */
record Meaning(String entity, @Nullable String metric, String unit) {

    static final Meaning NONE = new Meaning("", null, "");

    private static final int MAX_NAME = 40;

    private static final String METRIC = "metric ";

    /** Words before a number that do not say what it measures. */
    private static final Set<String> FILLERS =
            Set.of("in", "after", "for", "of", "is", "was", "took", "than", "to", "within", "by", "about", "and", "a");

    static Meaning[] of(RedactedText message, Variables variables) {
        Meaning[] meanings = new Meaning[variables.count()];
        for (int i = 0; i < meanings.length; i++) {
            meanings[i] = of(message, variables, i);
        }
        return meanings;
    }

    /** The number in the metric's unit; NaN where it is none. */
    double read(RedactedText value) {
        return switch (unit) {
            case "ms" -> Quantity.milliseconds(value);
            case "bytes" -> Quantity.bytes(value);
            default -> Quantity.number(value);
        };
    }

    private static Meaning of(RedactedText message, Variables variables, int i) {
        if (variables.end(i) > message.length()) {
            return NONE;
        }
        String label = label(message, variables, i);
        RedactedText value = message.slice(variables.start(i), variables.end(i));
        return switch (variables.kind(i)) {
            case DURATION -> metric(label, "duration", "ms");
            case SIZE -> metric(label, "size", "bytes");
            case PERCENT -> metric(label, "share", "%");
            case NUMBER -> isMetricLine(message) ? metric(label, "value", "") : entity(labelled(label));
            default -> entity(entityKind(variables.kind(i), label, value));
        };
    }

    private static Meaning metric(String label, String fallback, String unit) {
        return new Meaning("", label.isEmpty() || FILLERS.contains(label) ? fallback : label, unit);
    }

    /** A line that says itself that it gives a measured value: {@code metric cpu_usage=92}. */
    private static boolean isMetricLine(RedactedText message) {
        return message.length() > METRIC.length()
                && message.slice(0, METRIC.length()).toString().equals(METRIC);
    }

    private static Meaning entity(String kind) {
        return kind.isEmpty() ? NONE : new Meaning(kind, null, "");
    }

    private static String entityKind(VariableKind kind, String label, RedactedText value) {
        return switch (kind) {
            case IP -> "ip";
            case MAC -> "mac";
            case HOST -> "host";
            case URL -> "url";
            case ARN -> "arn";
            case PATH -> "file";
            case PLACEHOLDER -> placeholderKind(value.toString());
            case NAME -> nameKind(value.toString());
            case UUID, HEX -> label.contains("req") || label.contains("trace") ? "request-id" : labelled(label);
            case ID, WORD, QUOTED -> labelled(label);
            default -> "";
        };
    }

    /** What the word before a plain value says that it is; empty where it says nothing. */
    private static String labelled(String label) {
        return switch (label) {
            case "pod",
                    "container",
                    "namespace",
                    "node",
                    "service",
                    "deployment",
                    "image",
                    "host",
                    "port",
                    "status",
                    "database",
                    "table",
                    "topic",
                    "queue",
                    "bucket",
                    "volume",
                    "job",
                    "cluster",
                    "region" -> label;
            case "pods" -> "pod";
            case "ns" -> "namespace";
            case "db" -> "database";
            case "sqlstate", "errno", "errorcode", "error_code", "code" -> "error-code";
            case "request_id", "requestid", "reqid", "request-id" -> "request-id";
            default -> "";
        };
    }

    private static String placeholderKind(String placeholder) {
        int colon = placeholder.indexOf(':');
        String kind = colon > 1 ? placeholder.substring(1, colon) : "";
        return kind.equals("ip") || kind.equals("email") || kind.equals("user") ? kind : "";
    }

    private static String nameKind(String name) {
        return name.endsWith("Exception") || name.endsWith("Error") ? "exception" : "class";
    }

    private static String label(RedactedText message, Variables variables, int i) {
        int start = variables.labelStart(i);
        int end = variables.labelEnd(i);
        if (end <= start || end - start > MAX_NAME || end > message.length()) {
            return "";
        }
        return message.slice(start, end).toString().toLowerCase(Locale.ROOT);
    }
}
