package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was redacted: how much of each kind, and a few lines as they are stored. */
public final class RedactionsView {

    private final Views views;

    public RedactionsView(Views views) {
        this.views = views;
    }

    public ObjectNode json(Snapshot snapshot) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total", snapshot.frame().redaction().total());
        ObjectNode byKind = json.putObject("byKind");
        snapshot.frame().redaction().byKind().forEach(byKind::put);
        ArrayNode examples = json.putArray("examples");
        for (RedactionExamples.Example example : views.of(snapshot).redactions()) {
            examples.addObject()
                    .put("kind", example.kind())
                    .put("line", example.line().toString())
                    .put("text", LineText.shown(snapshot.evidence(), example.line(), LineText.SHORT));
        }
        return json;
    }
}
