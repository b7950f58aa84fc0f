package io.troubleshooter.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.eval.Gate.Floor;
import io.troubleshooter.eval.Gate.Regression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a gate from JSON. */
public final class GateReader {

    private static final Set<String> SPLITS = Set.of("dev", "test", Run.ALL);

    private GateReader() {}

    /**
     * Reads a gate.
     *
     * @throws TroubleshooterException if it is not one; the message names what is wrong
     */
    public static Gate read(String json) {
        JsonNode root = parse(json);
        List<Floor> floors = new ArrayList<>();
        for (int i = 0; i < root.path("floors").size(); i++) {
            floors.add(floor("floors[" + i + "]", root.path("floors").path(i)));
        }
        List<Regression> regressions = new ArrayList<>();
        for (int i = 0; i < root.path("regressions").size(); i++) {
            regressions.add(regression(
                    "regressions[" + i + "]", root.path("regressions").path(i)));
        }
        if (floors.isEmpty() && regressions.isEmpty()) {
            throw wrong("floors", "the gate demands nothing");
        }
        return new Gate(List.copyOf(floors), List.copyOf(regressions), baselines(root.path("baselines")));
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw wrong("the file", "is not valid JSON");
        }
    }

    private static Floor floor(String at, JsonNode node) {
        boolean least = node.path("min").isNumber();
        boolean most = node.path("max").isNumber();
        if (least == most) {
            throw wrong(at, "has to have a number as min or as max");
        }
        return new Floor(
                text(at, node, "analyst"),
                split(at, node),
                metric(at, node),
                least ? node.path("min").doubleValue() : Double.NEGATIVE_INFINITY,
                most ? node.path("max").doubleValue() : Double.POSITIVE_INFINITY);
    }

    private static Regression regression(String at, JsonNode node) {
        double allowed = node.path("allowed").asDouble(-1);
        if (allowed < 0) {
            throw wrong(at + ".allowed", "has to be a number, 0 or more");
        }
        return new Regression(text(at, node, "analyst"), split(at, node), metric(at, node), allowed);
    }

    private static Map<String, String> baselines(JsonNode node) {
        Map<String, String> baselines = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> baselines.put(each.getKey(), each.getValue().asText()));
        return baselines;
    }

    private static String split(String at, JsonNode node) {
        String split = text(at, node, "split");
        if (!SPLITS.contains(split)) {
            throw wrong(at + ".split", "has to be dev, test or all");
        }
        return split;
    }

    private static Metric metric(String at, JsonNode node) {
        Metric metric = Metric.ofWord(text(at, node, "metric"));
        if (metric == null) {
            throw wrong(at + ".metric", "there is no such metric");
        }
        return metric;
    }

    private static String text(String at, JsonNode node, String field) {
        String text = node.path(field).asText("");
        if (text.isEmpty()) {
            throw wrong(at + "." + field, "is missing");
        }
        return text;
    }

    private static TroubleshooterException wrong(String at, String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION, "the gate: " + at + ": " + what, "See docs/evaluation.md.");
    }
}
