package io.troubleshooter.http.api;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.report.JsonReport;
import java.util.List;

/** One request, one answer: nothing is kept. */
public final class DiagnoseApi {

    private final Troubleshooter troubleshooter;
    private final Limits limits;

    public DiagnoseApi(Troubleshooter troubleshooter, Limits limits) {
        this.troubleshooter = troubleshooter;
        this.limits = limits;
    }

    public List<Route> routes() {
        return List.of(Route.post("/v1/diagnose", "diagnose", Access.ANALYST, this::diagnose));
    }

    private void diagnose(Exchange exchange) {
        Diagnosis diagnosis =
                troubleshooter.diagnose(List.of(LogSource.of(exchange.body(), "paste")), exchange.query("question"));
        exchange.answer("application/json", new JsonReport(exchange.flag("with_frame")).render(diagnosis));
    }
}
