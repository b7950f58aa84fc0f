package io.troubleshooter.http;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.intake.Intake;
import io.troubleshooter.http.telemetry.AnswerSpan;
import io.troubleshooter.http.telemetry.Telemetry;
import io.troubleshooter.http.work.Models;
import io.troubleshooter.tool.Tool;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The library with the model, the limits and the stores that the settings name, watched in all that it does. */
final class Engine implements AutoCloseable {

    private final Telemetry telemetry;
    private final Models models;
    private final Troubleshooter troubleshooter;

    /**
     * @param tools for a model, besides those over the evidence
     * @param evidenceBytes redacted lines kept of one session
     */
    Engine(ServiceConfig config, Stores stores, List<Tool> tools, long evidenceBytes, Clock clock) {
        this.telemetry = Telemetry.start(config.telemetry(), Version.OF_THIS_BUILD);
        this.models = Models.open(config.model(), clock);
        Troubleshooter.Builder builder = Troubleshooter.builder()
                .clock(clock)
                .sessions(stores.sessions())
                .mustStore(true)
                .keepEvidence(new EvidenceLimits(evidenceBytes))
                .inputLimits(Intake.inputLimits(config.limits()))
                .audit(stores.audit())
                .tools(tools);
        models.join(builder, stores.budgets(), stores.cache(), telemetry::watching);
        this.troubleshooter = builder.build();
    }

    /** Lets somebody ask, and counts and times the answer. */
    Answer watched(AnswerListener listener, Function<AnswerListener, Answer> ask) {
        try (AnswerSpan span = telemetry.answer(listener)) {
            Answer answer = ask.apply(span);
            telemetry.answered(answer);
            return answer;
        }
    }

    Telemetry telemetry() {
        return telemetry;
    }

    Models models() {
        return models;
    }

    Troubleshooter troubleshooter() {
        return troubleshooter;
    }

    @Override
    public void close() {
        models.close();
        telemetry.close();
    }
}
