package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines of one source, with what is known of each. */
public final class LinesView {

    /** Lines in an answer. */
    public static final int MAX = 2_000;

    /** Bytes of text in an answer. */
    private static final int ROOM = 8 << 20;

    private final Views views;

    public LinesView(Views views) {
        this.views = views;
    }

    /**
     * Lines {@code from} to {@code to}, as far as there are such, and at most {@link #MAX}.
     *
     * @param from 1 or more
     */
    public ObjectNode json(Snapshot snapshot, String source, long from, long to) {
        Evidence evidence = snapshot.evidence();
        Lines.require(evidence, source);
        long total = evidence.lines(source);
        long last = Math.min(Math.min(to, total), from + MAX - 1);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("source", source)
                .put("name", name(snapshot, source))
                .put("total", total)
                .put("from", from)
                .put("to", Math.max(last, from - 1));
        ArrayNode lines = json.putArray("lines");
        if (last >= from) {
            int room = (int) (ROOM / (last - from + 1));
            Line line = new Line(snapshot, views.of(snapshot).kinds(), new Cited(snapshot.diagnosis()), room);
            for (long n = from; n <= last; n++) {
                line.write(lines.addObject(), source, n);
            }
        }
        return json;
    }

    private static String name(Snapshot snapshot, String source) {
        for (SourceSummary summary : snapshot.frame().sources()) {
            if (summary.id().equals(source)) {
                return summary.name().toString();
            }
        }
        return source;
    }

    /** @param room bytes of text that a line may have */
    private record Line(Snapshot snapshot, Kinds kinds, Cited cited, int room) {

        void write(ObjectNode json, String source, long n) {
            json.put("n", n);
            text(json, snapshot.evidence().text(LineRef.of(source, n)));
            Evidence.@Nullable Entry entry = snapshot.evidence().entry(source, n);
            if (entry != null) {
                json.put("level", Times.level(entry.level())).put("time", Times.text(entry.time()));
                json.putArray("record")
                        .add(entry.lines().first())
                        .add(entry.lines().last());
            }
            json.put("trace", entry != null && n > entry.lines().first());
            json.put("group", kinds.group(source, n));
            Set<Integer> by = cited.by(source, n);
            if (!by.isEmpty()) {
                by.forEach(json.putArray("cited")::add);
            }
        }

        private void text(ObjectNode json, @Nullable RedactedText text) {
            if (text == null) {
                json.put("text", "").put("missing", true);
                return;
            }
            json.put("text", LineText.cut(text, room).toString());
            if (text.length() > room) {
                json.put("cutAt", room);
            }
        }
    }
}
