package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.frame.IncidentFrame.Entity;
import org.jspecify.annotations.Nullable;

/** The names that the evidence mentions. */
public final class EntitiesView {

    private EntitiesView() {}

    /**
     * The names, most frequent first.
     *
     * @param kind null for all
     */
    public static ObjectNode json(Snapshot snapshot, @Nullable String kind) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode entities = json.putArray("entities");
        for (Entity entity : snapshot.frame().entities()) {
            if (kind == null || kind.equals(entity.kind())) {
                add(entities.addObject(), entity);
            }
        }
        return json;
    }

    private static void add(ObjectNode json, Entity entity) {
        json.put("kind", entity.kind()).put("value", entity.value().toString()).put("count", entity.count());
        ArrayNode lines = json.putArray("lines");
        entity.lines().forEach(line -> lines.add(line.toString()));
    }
}
