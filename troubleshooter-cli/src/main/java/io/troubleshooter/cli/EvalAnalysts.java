package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.eval.Analyst;
import io.troubleshooter.eval.LineAnalyst;
import io.troubleshooter.eval.ModelAnalyst;
import io.troubleshooter.eval.OfflineAnalyst;
import io.troubleshooter.eval.Recordings;
import java.nio.file.Path;
import java.util.List;

/** Those who answer the cases of {@code tst eval}. */
final class EvalAnalysts {

    /** What recorded replies pass for; no catalog knows it, so that they cost nothing. */
    private static final String RECORDED = "recorded";

    private final Surroundings around;
    private final Settings settings;
    private final Troubleshooter engine;

    EvalAnalysts(Surroundings around, Settings settings) {
        this.around = around;
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
            case "model" -> new ModelAnalyst(recordings());
            default -> new LineAnalyst(engine, EvalRequest.baseline(word, settings));
        };
    }

    private Recordings recordings() {
        String replies = settings.value(Option.REPLIES);
        if (!settings.value(Option.PROVIDER).equals("replay") || replies.isEmpty()) {
            throw new UsageException(
                    "--analyst model needs a model", "Recorded replies: --provider replay --replies DIR");
        }
        return new Recordings(
                Path.of(replies), () -> Engine.builder(settings, around), ModelSettings.of(RECORDED, RECORDED));
    }
}
