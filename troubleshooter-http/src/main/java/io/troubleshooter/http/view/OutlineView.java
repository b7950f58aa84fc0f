package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

/** The shape of one source. */
public final class OutlineView {

    private static final Outline FLAT = new Outline("[]", "[]", "[]", true);

    private final Views views;

    public OutlineView(Views views) {
        this.views = views;
    }

    public ObjectNode json(Snapshot snapshot, String source) {
        Lines.require(snapshot.evidence(), source);
        Outline outline = views.of(snapshot).outlines().getOrDefault(source, FLAT);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("source", source).put("total", snapshot.evidence().lines(source));
        json.putRawValue("levels", new RawValue(outline.levels()));
        json.putRawValue("folds", new RawValue(outline.folds()));
        json.set("cited", new Cited(snapshot.diagnosis()).of(source));
        json.putRawValue("times", new RawValue(outline.times()));
        return json.put("complete", outline.complete());
    }
}
