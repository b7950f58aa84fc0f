package io.troubleshooter.http.hook;

import static io.troubleshooter.http.hook.AlertText.field;
import static io.troubleshooter.http.hook.AlertText.or;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert of any program: {@code title}, and what else is known of {@code key} (alerts of one key come into one session),
 * {@code status}, {@code severity}, {@code service}, {@code time}, {@code description}, {@code labels}, {@code log} (lines
 * that show the trouble).
 */
final class GenericMessage {

    private GenericMessage() {}

    /** @param now for an alert that has no time */
    static Alerts read(JsonNode json, Instant now) {
        String title = field(json, "title");
        if (title.isEmpty()) {
            throw ProblemException.invalid("/title", "An alert has a title.");
        }
        List<Alerts.Text> texts = new ArrayList<>();
        texts.add(new Alerts.Text("alert", line(json, title, now)));
        String log = AlertText.lines(json, "log");
        if (!log.isEmpty()) {
            texts.add(new Alerts.Text(or(field(json, "service"), "alert") + ".log", log));
        }
        String service = field(json, "service");
        return new Alerts("alert/" + or(field(json, "key"), service + "/" + title), title, 1, List.copyOf(texts));
    }

    private static String line(JsonNode json, String title, Instant now) {
        boolean firing = !field(json, "status").equals("resolved");
        String service = field(json, "service");
        return AlertText.time(json, "time", now)
                + " " + AlertText.level(firing, field(json, "severity"))
                + " " + or(service, "alert") + ": alert " + (firing ? "firing" : "resolved") + ": " + title
                + AlertText.pairs(json.path("labels")) + "\n"
                + AlertText.lines(json, "description");
    }
}
