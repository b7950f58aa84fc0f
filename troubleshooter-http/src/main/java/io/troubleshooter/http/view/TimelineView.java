package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Anomaly;
import io.troubleshooter.frame.IncidentFrame.Bucket;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the evidence runs over time. */
public final class TimelineView {

    private TimelineView() {}

    /** @param marks shown among the events of the evidence; they have no line in it */
    public static ObjectNode json(Snapshot snapshot, List<Marks.Mark> marks) {
        IncidentFrame frame = snapshot.frame();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Duration bucket = frame.timeline().bucket();
        json.put("bucketSeconds", bucket == null ? null : bucket.toSeconds());
        ArrayNode buckets = json.putArray("buckets");
        frame.timeline().buckets().forEach(each -> bucket(buckets.addObject(), each));
        ArrayNode events = json.putArray("events");
        frame.timeline().events().forEach(each -> event(events.addObject(), each));
        marks.forEach(each -> mark(events.addObject(), each));
        ArrayNode anomalies = json.putArray("anomalies");
        frame.anomalies().forEach(each -> anomaly(anomalies.addObject(), each));
        range(json, frame.time());
        return json;
    }

    private static void bucket(ObjectNode json, Bucket bucket) {
        json.put("start", bucket.start().toString())
                .put("total", bucket.total())
                .put("warnings", bucket.warnings())
                .put("errors", bucket.errors());
    }

    private static void event(ObjectNode json, Moment moment) {
        json.put("kind", moment.kind())
                .put("time", Times.text(moment.time()))
                .put("level", Times.level(moment.level()))
                .put("line", moment.line().toString())
                .put("text", LineText.cut(moment.text(), LineText.SHORT).toString());
    }

    private static void mark(ObjectNode json, Marks.Mark mark) {
        json.put("kind", mark.kind())
                .put("time", mark.time().toString())
                .putNull("level")
                .putNull("line")
                .put("text", mark.text());
    }

    private static void anomaly(ObjectNode json, Anomaly anomaly) {
        json.put("kind", anomaly.kind())
                .put("subject", LineText.cut(anomaly.subject(), LineText.SHORT).toString())
                .put("time", Times.text(anomaly.time()))
                .put("line", anomaly.line() == null ? null : anomaly.line().toString())
                .put("score", anomaly.score())
                .put("method", anomaly.method())
                .put("description", anomaly.description());
    }

    private static void range(ObjectNode json, @Nullable TimeRange time) {
        if (time == null) {
            json.putNull("range");
        } else {
            json.putObject("range")
                    .put("first", time.first().toString())
                    .put("last", time.last().toString())
                    .put("zone", time.zone());
        }
    }
}
