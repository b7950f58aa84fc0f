package io.troubleshooter.cli;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.eval.Analyst;
import io.troubleshooter.eval.EvalCase;
import io.troubleshooter.eval.LineAnalyst;
import io.troubleshooter.eval.ModelAnalyst;
import io.troubleshooter.eval.OfflineAnalyst;
import io.troubleshooter.eval.Recordings;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.model.ModelProvider;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who answer the cases of {@code tst eval}. */
final class EvalAnalysts implements AutoCloseable {

    private final Surroundings around;
    private final Settings settings;
    private final Troubleshooter engine;
    private @Nullable ModelProvider provider;

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
            case "model" -> new ModelAnalyst(model());
            default -> new LineAnalyst(engine, EvalRequest.baseline(word, settings));
        };
    }

    private ModelAnalyst.Opening model() {
        String name = settings.choice(Option.PROVIDER);
        if (name.equals(Providers.OFFLINE)) {
            throw new UsageException(
                    "--analyst model needs a model", "Name its provider; recorded: --provider replay --replies DIR");
        }
        return name.equals("replay") ? recordings() : live();
    }

    private Recordings recordings() {
        String replies = settings.value(Option.REPLIES);
        if (replies.isEmpty()) {
            throw new UsageException("--provider replay needs replies", "Name them: --replies DIR");
        }
        return new Recordings(
                Path.of(replies), () -> Engine.builder(settings, around), Providers.settings(settings, ""));
    }

    /** Nothing is cached, so that repeats are answers of their own; all cases together stay within the budget. */
    private ModelAnalyst.Opening live() {
        ModelProvider opened = Providers.open(settings, around);
        if (opened == null) {
            throw new IllegalStateException("a provider that is not offline has a model");
        }
        provider = opened;
        Troubleshooter withModel = Engine.builder(settings, around)
                .model(opened, Providers.settings(settings, ""))
                .budgets(new InMemoryBudgets(settings.microUsd(Option.BUDGET), around.clock()))
                .build();
        return new ModelAnalyst.Opening() {
            @Override
            public Conversation open(EvalCase eval, int repeat) {
                return withModel.converse();
            }
        };
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
