package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.UsageReport.Figures;

/** Sums of money in answers: US dollars, kept as whole millionths. */
final class Money {

    private Money() {}

    static double dollars(long microUsd) {
        return microUsd / 1e6;
    }

    static ObjectNode balance(Budgets.Balance balance) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("limitUsd", dollars(balance.limit()))
                .put("spentUsd", dollars(balance.spent()))
                .put("heldUsd", dollars(balance.held()))
                .put("leftUsd", dollars(balance.left()));
    }

    static ObjectNode figures(Figures figures) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("answers", figures.answers())
                .put("cached", figures.cached())
                .put("inputTokens", figures.inputTokens())
                .put("outputTokens", figures.outputTokens())
                .put("costUsd", dollars(figures.microUsd()));
    }
}
