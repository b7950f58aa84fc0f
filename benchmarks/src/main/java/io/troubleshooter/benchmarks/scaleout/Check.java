package io.troubleshooter.benchmarks.scaleout;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.benchmarks.scaleout.Api.Given;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Whether all that was confirmed is there, word for word, and what it cost. */
final class Check {

    private final Api api;
    private final Queue<String> wrong;
    private BigDecimal cost = BigDecimal.ZERO;
    private int answers;

    Check(Api api, Queue<String> wrong) {
        this.api = api;
        this.wrong = wrong;
    }

    void all(Collection<Known> sessions) throws InterruptedException {
        for (Known known : sessions) {
            for (String source : known.lines().keySet()) {
                line(api, known, source, wrong);
            }
            for (Map.Entry<String, JsonNode> question : known.answers().entrySet()) {
                answer(known, question.getKey(), question.getValue());
            }
            feedback(known);
        }
    }

    static void line(Api api, Known known, String source, Queue<String> wrong) throws InterruptedException {
        Given seen = api.get(known.key(), known.path("/lines?source=" + source + "&from=41&to=41"));
        known.instances().add(seen.by());
        String text = seen.json().path("lines").path(0).path("text").asText();
        if (!text.endsWith(known.lines().get(source))) {
            wrong.add("source " + source + " of " + known.id() + " is " + seen.status() + " " + text);
        }
    }

    private void answer(Known known, String question, JsonNode before) throws InterruptedException {
        JsonNode now = User.answer(api, known, question, wrong);
        if (!before.isEmpty() && !before.equals(now)) {
            wrong.add("question " + question + " has another answer than before");
        }
        JsonNode usage = now.path("diagnosis").path("usage");
        cost = cost.add(money(usage.path("costUsd")));
        answers++;
    }

    /** In whole millionths, as it is counted. */
    static BigDecimal money(JsonNode amount) {
        return amount.decimalValue().setScale(6, RoundingMode.HALF_UP);
    }

    private void feedback(Known known) throws InterruptedException {
        Given seen = api.get(known.key(), known.path("/feedback"));
        Set<String> found = new HashSet<>();
        seen.json().path("feedback").forEach(each -> found.add(each.path("id").asText()));
        if (!found.containsAll(known.feedback())) {
            wrong.add("feedback on " + known.id() + " is missing");
        }
    }

    BigDecimal cost() {
        return cost;
    }

    int answers() {
        return answers;
    }
}
