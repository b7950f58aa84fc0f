package io.troubleshooter.eval;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.input.LogSource;
import java.util.List;

/** Rules and generic reasoning, without a model. */
public final class OfflineAnalyst implements Analyst {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Troubleshooter troubleshooter;

    public OfflineAnalyst(Troubleshooter troubleshooter) {
        this.troubleshooter = troubleshooter;
    }

    @Override
    public String id() {
        return "offline";
    }

    @Override
    public Attempt answer(EvalCase eval, int repeat) {
        List<LogSource> sources = eval.inputs().stream().map(LogSource::of).toList();
        long start = System.nanoTime();
        Diagnosis diagnosis = troubleshooter.diagnose(sources, eval.question());
        return Attempt.of(diagnosis, (System.nanoTime() - start) / NANOS_PER_MILLI);
    }
}
