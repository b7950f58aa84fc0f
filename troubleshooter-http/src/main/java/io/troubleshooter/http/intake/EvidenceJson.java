package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.talk.CaseFile;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Sources as the API shows them. */
public final class EvidenceJson {

    private EvidenceJson() {}

    /** @param wanted by their ids */
    public static ArrayNode sources(CaseFile file, Predicate<String> wanted) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        file.frame().sources().stream()
                .filter(source -> wanted.test(source.id()))
                .forEach(source -> list.add(source(file, source)));
        return list;
    }

    private static ObjectNode source(CaseFile file, SourceSummary source) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", source.id());
        json.put("name", source.name().toString());
        json.put("lines", source.lines());
        json.put("missing", file.evidence().missing(source.id()));
        new TreeSet<>(source.formats().keySet()).forEach(json.putArray("formats")::add);
        source.notes().forEach(json.putArray("notes")::add);
        return json;
    }
}
