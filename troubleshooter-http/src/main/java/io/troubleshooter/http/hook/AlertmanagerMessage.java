package io.troubleshooter.http.hook;

import static io.troubleshooter.http.hook.AlertText.field;
import static io.troubleshooter.http.hook.AlertText.or;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Instant;
import java.util.List;

/** Messages of Prometheus Alertmanager, version 4 of its webhook. */
final class AlertmanagerMessage {

    private static final int MAX_ALERTS = 500;

    private AlertmanagerMessage() {}

    /** @param now for alerts that have no time */
    static Alerts read(JsonNode json, Instant now) {
        JsonNode alerts = json.path("alerts");
        if (!alerts.isArray() || alerts.isEmpty()) {
            throw ProblemException.invalid("/alerts", "A message of Alertmanager has a list of alerts.");
        }
        if (alerts.size() > MAX_ALERTS) {
            throw ProblemException.invalid("/alerts", "At most " + MAX_ALERTS + " alerts; set max_alerts.");
        }
        String name = or(
                field(json.path("commonLabels"), "alertname"),
                field(alerts.path(0).path("labels"), "alertname"));
        StringBuilder text = new StringBuilder();
        alerts.forEach(alert -> text.append(line(alert, now)));
        return new Alerts(
                "alertmanager/" + or(field(json, "groupKey"), name),
                title(json, or(name, "Alert")),
                alerts.size(),
                List.of(new Alerts.Text("alertmanager", text.toString())));
    }

    private static String title(JsonNode json, String name) {
        String summary = field(json.path("commonAnnotations"), "summary");
        return summary.isEmpty() ? name : name + ": " + summary;
    }

    private static String line(JsonNode alert, Instant now) {
        JsonNode labels = alert.path("labels");
        JsonNode annotations = alert.path("annotations");
        boolean firing = !field(alert, "status").equals("resolved");
        return AlertText.time(alert, firing ? "startsAt" : "endsAt", now)
                + " " + AlertText.level(firing, field(labels, "severity"))
                + " alertmanager: alert " + (firing ? "firing" : "resolved") + ": "
                + or(field(labels, "alertname"), "Alert")
                + said(field(annotations, "summary"))
                + AlertText.pairs(labels) + "\n"
                + AlertText.lines(annotations, "description");
    }

    private static String said(String summary) {
        return summary.isEmpty() ? "" : ": " + summary;
    }
}
