package io.troubleshooter.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.eval.CaseScore.Share;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a run as a JSON object, {@value Run#SCHEMA}: figures per split and group, and the score of each answer. Holds
 * no text of any log or answer but cause ids.
 */
public final class RunJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunJson() {}

    /** Which answers to cases of the test split are written. */
    public enum TestCases {
        /** None. */
        HIDDEN,
        /** Their scores, which a later comparison needs, but not what was answered. */
        SCORES,
        /** Everything. */
        SHOWN
    }

    /** The run as JSON, ended by a line break. */
    public static String write(Run run, TestCases test) {
        return pretty(tree(run, test));
    }

    static String pretty(ObjectNode tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always written", impossible);
        }
    }

    static ObjectNode tree(Run run, TestCases test) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", Run.SCHEMA);
        json.put("id", run.id());
        json.put("time", run.time().toString());
        json.put("analyst", run.analyst());
        json.put("model", run.model());
        json.put("promptVersion", run.promptVersion());
        json.put("rulesVersion", run.rulesVersion());
        json.put("version", run.version());
        json.put("repeats", run.repeats());
        json.put("skipped", run.skipped());
        ObjectNode figures = json.putObject("figures");
        for (String split : List.of(Run.ALL, "dev", "test")) {
            figures(figures.putObject(split), run.of(split));
        }
        groups(json.putObject("groups"), run);
        ArrayNode cases = json.putArray("cases");
        for (CaseScore score : run.scores()) {
            boolean secret = score.label().split().equals("test");
            if (!secret || test != TestCases.HIDDEN) {
                score(cases.addObject(), score, !secret || test == TestCases.SHOWN);
            }
        }
        return json;
    }

    private static void groups(ObjectNode json, Run run) {
        for (Grouping grouping : Grouping.values()) {
            ObjectNode groups = json.putObject(grouping.name().toLowerCase(Locale.ROOT));
            Set<String> names = new LinkedHashSet<>(grouping.names(run.scores()));
            names.forEach(name -> figures(groups.putObject(name), grouping.members(run.scores(), name)));
        }
    }

    private static void figures(ObjectNode json, List<CaseScore> scores) {
        for (Metric metric : Metric.values()) {
            Figure figure = Figure.of(metric, scores);
            if (figure.cases() > 0) {
                ObjectNode each = json.putObject(metric.word());
                number(each, "value", figure.value());
                number(each, "low", figure.interval().low());
                number(each, "high", figure.interval().high());
                each.put("cases", figure.cases());
            }
        }
    }

    private static void score(ObjectNode json, CaseScore score, boolean withAnswer) {
        label(json, score.label());
        json.put("repeat", score.repeat());
        json.put("verdict", word(score.verdict()));
        if (withAnswer) {
            json.put("cause", score.cause());
        }
        json.put("rank", score.rank());
        number(json, "confidence", score.confidence());
        json.put("wrong", score.wrong());
        number(json, "precision", score.precision());
        number(json, "recall", score.recall());
        share(json, "citations", score.citations());
        share(json, "claims", score.claims());
        json.put("poisonTaken", score.poisonTaken());
        number(json, "latencyMs", score.effort().latencyMs());
        json.put("inputTokens", score.effort().inputTokens());
        json.put("outputTokens", score.effort().outputTokens());
        json.put("costUsd", score.effort().costUsd());
        if (score.byModel() != null) {
            ObjectNode model = json.putObject("byModel");
            share(model, "standing", score.byModel().standing());
            model.put("fellBack", score.byModel().fellBack());
        }
    }

    private static void label(ObjectNode json, CaseLabel label) {
        json.put("id", label.id());
        json.put("split", label.split());
        json.put("area", label.area());
        json.put("difficulty", label.difficulty());
        ArrayNode tags = json.putArray("tags");
        label.tags().forEach(tags::add);
        json.put("expected", word(label.expected()));
        json.put("poisoned", label.poisoned());
    }

    private static void share(ObjectNode json, String name, Share share) {
        json.putArray(name).add(share.part()).add(share.whole());
    }

    /** Absent where it is no number; else to four decimals. */
    private static void number(ObjectNode json, String name, double value) {
        if (!Double.isNaN(value)) {
            json.put(name, Math.round(value * 10_000) / 10_000.0);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
