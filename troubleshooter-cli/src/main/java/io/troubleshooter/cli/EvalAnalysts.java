package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.eval.Analyst;
import io.troubleshooter.eval.LineAnalyst;
import io.troubleshooter.eval.OfflineAnalyst;
import java.util.List;

/** Those who answer the cases of {@code tst eval}. */
final class EvalAnalysts {

    private final Settings settings;
    private final Troubleshooter engine;

    EvalAnalysts(Surroundings around, Settings settings) {
        this.settings = settings;
        this.engine = Engine.of(settings, around);
    }

    Troubleshooter engine() {
        return engine;
    }

    List<Analyst> of(List<String> words) {
        return words.stream().map(this::of).toList();
    }

    private Analyst of(String word) {
        return switch (word) {
            case "offline" -> new OfflineAnalyst(engine);
            case "model" -> throw new UsageException("there is no model yet", "Use --analyst offline.");
            default -> new LineAnalyst(engine, EvalRequest.baseline(word, settings));
        };
    }
}
