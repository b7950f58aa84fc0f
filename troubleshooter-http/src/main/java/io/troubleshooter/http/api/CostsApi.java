package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.UsageReport;
import io.troubleshooter.guard.UsageReport.Figures;
import io.troubleshooter.http.cost.UnusualDays;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the answers of the administrator's own project cost, by day, user, model and version of prompts. */
public final class CostsApi {

    private static final int MAX_DAYS = 90;

    private final AuditLog audit;
    private final Clock clock;

    public CostsApi(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/admin/costs", "listCosts", Access.ADMIN, this::costs));
    }

    private void costs(Exchange exchange) {
        String project = exchange.caller().project() + "/";
        int days = (int) exchange.number("days", 30, 1, MAX_DAYS);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(days - 1L);
        UsageReport before = usage(project, first.minusDays(UnusualDays.HISTORY), today);
        UsageReport shown = usage(project, first, today);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        days(json, first, today, before.byDay());
        parts(json, "byUser", "user", shown.byAccount(), project.length());
        parts(json, "byModel", "model", shown.byModel(), 0);
        parts(json, "byPromptVersion", "promptVersion", shown.byPromptVersion(), 0);
        exchange.answer(json);
    }

    private UsageReport usage(String project, LocalDate first, LocalDate last) {
        return audit.usage(
                project,
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static void days(ObjectNode json, LocalDate first, LocalDate last, SortedMap<LocalDate, Figures> byDay) {
        SortedMap<LocalDate, Long> spent = new TreeMap<>();
        byDay.forEach((day, figures) -> spent.put(day, figures.microUsd()));
        UnusualDays unusual = new UnusualDays(spent);
        json.withArray("days");
        json.withArray("anomalies");
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            Figures figures = byDay.getOrDefault(day, Figures.NONE);
            boolean anomaly = unusual.isUnusual(day);
            json.withArray("days")
                    .add(Money.figures(figures).put("day", day.toString()).put("anomaly", anomaly));
            if (anomaly) {
                json.withArray("anomalies")
                        .addObject()
                        .put("day", day.toString())
                        .put("why", why(figures, unusual.limit(day)));
            }
        });
    }

    private static String why(Figures figures, long limit) {
        return String.format(
                Locale.ROOT,
                "cost %.2f US dollars; the %d days before it, up to %.2f would have been usual",
                Money.dollars(figures.microUsd()),
                UnusualDays.HISTORY,
                Money.dollars(limit));
    }

    private static void parts(
            ObjectNode json, String list, String name, SortedMap<String, Figures> figures, int prefix) {
        json.withArray(list);
        figures.forEach(
                (key, sums) -> json.withArray(list).add(Money.figures(sums).put(name, key.substring(prefix))));
    }
}
