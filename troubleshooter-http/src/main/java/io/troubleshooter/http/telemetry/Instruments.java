package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.ArrayList;
import java.util.List;

/** What is counted and measured. Durations in seconds. */
record Instruments(
        DoubleHistogram requests,
        DoubleHistogram stages,
        DoubleHistogram calls,
        LongHistogram tokens,
        LongCounter answers,
        DoubleCounter cost,
        LongCounter citations,
        LongCounter redactions,
        LongCounter problems) {

    /** Boundaries that the conventions name: doubling, from 10 ms to 82 s. */
    private static final List<Double> SECONDS = growing(0.01, 2, 14);

    /** As above: fourfold, from 1 to 67 million. */
    private static final List<Long> TOKENS =
            growing(1, 4, 14).stream().map(Double::longValue).toList();

    static Instruments of(Meter meter) {
        return new Instruments(
                seconds(meter, Names.HTTP_DURATION, "Requests, until the last byte or the start of a stream"),
                seconds(meter, Names.STAGE_DURATION, "Stages of an analysis"),
                seconds(meter, Names.CALL_DURATION, "Calls of models, retries included"),
                meter.histogramBuilder(Names.TOKENS)
                        .ofLongs()
                        .setUnit("{token}")
                        .setDescription("Tokens of calls, as billed")
                        .setExplicitBucketBoundariesAdvice(TOKENS)
                        .build(),
                meter.counterBuilder(Names.ANSWERS)
                        .setDescription("Answers, by who gave them")
                        .build(),
                meter.counterBuilder(Names.COST)
                        .ofDoubles()
                        .setDescription("What answers cost, US dollars")
                        .build(),
                meter.counterBuilder(Names.CITATIONS)
                        .setDescription("Citations of models, by what the check said")
                        .build(),
                meter.counterBuilder(Names.REDACTIONS)
                        .setDescription("Values taken out of evidence, by kind")
                        .build(),
                meter.counterBuilder(Names.PROBLEMS)
                        .setDescription("Requests that ended in a problem, by its code")
                        .build());
    }

    private static DoubleHistogram seconds(Meter meter, String name, String description) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
    }

    private static List<Double> growing(double first, double factor, int count) {
        List<Double> bounds = new ArrayList<>();
        for (double bound = first; bounds.size() < count; bound *= factor) {
            bounds.add(bound);
        }
        return List.copyOf(bounds);
    }
}
