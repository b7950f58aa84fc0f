package io.troubleshooter.http.api;

import io.javalin.http.Context;
import io.troubleshooter.Analysis;
import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.http.intake.Brought;
import io.troubleshooter.http.intake.Intake;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.view.ReportView;
import io.troubleshooter.http.work.Lanes;
import io.troubleshooter.http.work.Models;
import io.troubleshooter.http.work.OneAnswer;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.report.FrameJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request, one answer: nothing is kept. */
public final class DiagnoseApi {

    private final Troubleshooter troubleshooter;
    private final Intake intake;
    private final Lanes lanes;
    private final Models models;
    private final OneAnswer oneAnswer;

    public DiagnoseApi(Troubleshooter troubleshooter, Intake intake, Lanes lanes, Models models, OneAnswer oneAnswer) {
        this.troubleshooter = troubleshooter;
        this.intake = intake;
        this.lanes = lanes;
        this.models = models;
        this.oneAnswer = oneAnswer;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/v1/diagnose", "diagnose", Access.ANALYST, this::diagnose)
                        .with(Route.Trait.SPENDS),
                Route.post("/v1/redact", "redact", Access.ANALYST, this::redact),
                Route.post("/v1/frame", "frame", Access.ANALYST, this::frame));
    }

    private void diagnose(Exchange exchange) {
        ReportView.Format format = format(exchange);
        String question = QuestionText.checked(exchange.query("question"), "?question");
        boolean withFrame = exchange.flag("with_frame");
        ReportView report = wantsModel(exchange.query("provider", "offline"))
                ? ReportView.of(byModel(exchange, question), format, withFrame)
                : read(exchange, analysis -> ReportView.of(analysis.diagnose(question), format, withFrame));
        if (format == ReportView.Format.HTML) {
            exchange.context().header("Content-Security-Policy", ReportView.CONTENT_SECURITY_POLICY);
        }
        exchange.answer(report.contentType(), report.text());
    }

    /** What {@code ?format=} says; without it the first that {@code Accept} names, JSON where it leaves that open. */
    private static ReportView.Format format(Exchange exchange) {
        String named = exchange.query("format");
        String accepted = exchange.context().header("Accept");
        if (named != null || accepted == null || accepted.isBlank()) {
            return ReportView.Format.of(named == null ? "json" : named);
        }
        return Accepted.first(accepted)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.NOT_ACCEPTABLE, "There is JSON, Markdown, HTML and plain text."));
    }

    private boolean wantsModel(String provider) {
        return switch (provider) {
            case "offline" -> false;
            case "model" -> models.wanted("?provider");
            default -> throw ProblemException.invalid("?provider", "The provider is offline or model.");
        };
    }

    private Diagnosis byModel(Exchange exchange, @Nullable String question) {
        return oneAnswer
                .ask(exchange.caller(), conversation(exchange), question)
                .diagnosis();
    }

    private Conversation conversation(Exchange exchange) {
        try (Brought brought = intake.paste(exchange)) {
            return lanes.run(exchange.caller(), "", place -> {
                Conversation conversation = troubleshooter.converse();
                brought.giveTo(place::sharing, conversation::add);
                return conversation;
            });
        }
    }

    private void frame(Exchange exchange) {
        exchange.answer("application/json", read(exchange, analysis -> FrameJson.write(analysis.frame())));
    }

    private interface Use<T> {
        T of(Analysis analysis);
    }

    private <T> T read(Exchange exchange, Use<T> use) {
        try (Brought brought = intake.paste(exchange)) {
            return lanes.run(exchange.caller(), "", place -> {
                Analysis analysis = troubleshooter.open();
                brought.giveTo(place::sharing, analysis::read);
                return use.of(analysis);
            });
        }
    }

    private void redact(Exchange exchange) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        RedactionSummary[] summary = {RedactionSummary.NONE};
        try (Brought brought = intake.plainPaste(exchange)) {
            lanes.<OutputStream, RuntimeException>run(exchange.caller(), "", place -> {
                brought.giveTo(place::sharing, source -> summary[0] = troubleshooter.redact(source, lines));
                return lines;
            });
        }
        Context context = exchange.context();
        context.header("X-Redacted-Total", Long.toString(summary[0].total()));
        context.header("X-Redacted-Kinds", kinds(summary[0]));
        context.contentType("text/plain; charset=utf-8").result(new ByteArrayInputStream(lines.toByteArray()));
    }

    private static String kinds(RedactionSummary summary) {
        return new TreeMap<>(summary.byKind())
                .entrySet().stream()
                        .map(kind -> kind.getKey() + "=" + kind.getValue())
                        .collect(Collectors.joining(", "));
    }
}
