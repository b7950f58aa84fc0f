package io.troubleshooter.http.intake;

import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.input.LogSource;
import java.io.InputStream;
import java.util.function.Consumer;

/** Requests as evidence. Everything is read as a stream, under limits, and only once. Thread-safe. */
public final class Intake {

    private final Limits limits;

    public Intake(Limits limits) {
        this.limits = limits;
    }

    /**
     * Gives the sources that a request brings, one after the other; each has to be read before the next comes.
     *
     * @throws ProblemException if the body is too large, damaged, or of a kind that is not read
     */
    public void read(Exchange exchange, Consumer<LogSource> sink) {
        InputStream body = new LimitedStream(
                exchange.body(), limits.body().count(), () -> ProblemException.of(ProblemCode.BODY_TOO_LARGE));
        sink.accept(LogSource.of(body, SourceName.of(exchange.query("name"), "paste")));
    }
}
