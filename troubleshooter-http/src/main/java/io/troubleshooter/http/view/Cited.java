package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which hypotheses cite which lines. */
final class Cited {

    private final Map<LineRef, TreeSet<Integer>> ranks = new LinkedHashMap<>();

    Cited(Diagnosis diagnosis) {
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            for (Citation citation : hypothesis.citations()) {
                ranks.computeIfAbsent(citation.lines(), none -> new TreeSet<>()).add(hypothesis.rank());
            }
        }
    }

    /** {@code {"S1:12-14": [1, 2]}}. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ranks.forEach((lines, by) -> by.forEach(json.putArray(lines.toString())::add));
        return json;
    }

    /** {@code [[12, 14, [1, 2]]]}, in the order of the lines. */
    ArrayNode of(String source) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (LineRef lines : inOrder(source)) {
            ArrayNode by = json.addArray().add(lines.first()).add(lines.last()).addArray();
            ranks.getOrDefault(lines, new TreeSet<>()).forEach(by::add);
        }
        return json;
    }

    private List<LineRef> inOrder(String source) {
        List<LineRef> lines = new ArrayList<>(ranks.keySet());
        lines.removeIf(each -> !each.source().equals(source));
        lines.sort((a, b) ->
                a.first() != b.first() ? Long.compare(a.first(), b.first()) : Long.compare(a.last(), b.last()));
        return lines;
    }

    /** Ranks of those that cite the line, in order. */
    Set<Integer> by(String source, long line) {
        TreeSet<Integer> by = new TreeSet<>();
        LineRef one = LineRef.of(source, line);
        ranks.forEach((lines, all) -> {
            if (lines.overlaps(one)) {
                by.addAll(all);
            }
        });
        return by;
    }
}
