package io.troubleshooter.http.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.aws.cloudwatch.QueryCost;
import io.troubleshooter.aws.cloudwatch.TimeWindow;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was brought, in figures; nothing of the events. */
public final class Gathered {

    private final TimeWindow window;
    private final long events;
    private final @Nullable QueryCost cost;
    private final List<String> notes;

    /**
     * @param cost of queries; null where none was made
     * @param notes what was cut and why, as sentences
     */
    Gathered(TimeWindow window, long events, @Nullable QueryCost cost, List<String> notes) {
        this.window = window;
        this.events = events;
        this.cost = cost;
        this.notes = List.copyOf(notes);
    }

    boolean isEmpty() {
        return events == 0;
    }

    boolean isCut() {
        return !notes.isEmpty();
    }

    /** As answered. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("from", window.from().toString())
                .put("to", window.to().toString())
                .put("events", events)
                .put("bytesScanned", cost == null ? 0 : cost.bytesScanned())
                .put("costUsd", cost == null ? BigDecimal.ZERO : cost.usd())
                .put("pricesAsOf", cost == null ? null : cost.pricesAsOf());
        notes.forEach(json.putArray("notes")::add);
        return json;
    }

    /** As the audit log has it. */
    String words() {
        String scanned = cost == null ? "" : " queries=" + cost.queries() + " scanned=" + cost.bytesScanned();
        return "seconds=" + window.length().toSeconds() + " events=" + events + scanned;
    }

    long microUsd() {
        return cost == null ? 0 : cost.usd().movePointRight(6).longValue();
    }
}
