package io.troubleshooter.eval;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.model.ReplayProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Recorded replies of a model, a file per case: {@code ID.json}, and {@code ID.2.json}, {@code ID.3.json}, ... for further
 * answers to the same case. Cases without a file are not answered.
 */
public final class Recordings implements ModelAnalyst.Opening {

    private final Path folder;
    private final Supplier<Troubleshooter.Builder> engine;
    private final ModelSettings settings;

    /**
     * The recordings of a folder.
     *
     * @param engine gives a new builder of the engine that talks to the recorded model
     */
    public Recordings(Path folder, Supplier<Troubleshooter.Builder> engine, ModelSettings settings) {
        this.folder = folder;
        this.engine = engine;
        this.settings = settings;
    }

    @Override
    public boolean answers(EvalCase eval) {
        return file(eval, 0) != null;
    }

    /** @throws io.troubleshooter.error.TroubleshooterException if what was recorded is no recording */
    @Override
    public Conversation open(EvalCase eval, int repeat) {
        Path file = file(eval, repeat);
        if (file == null) {
            throw new IllegalArgumentException("nothing was recorded for this case");
        }
        return engine.get().model(ReplayProvider.from(file), settings).build().converse();
    }

    /** That of the repeat, or the first where the repeat has none. */
    private @Nullable Path file(EvalCase eval, int repeat) {
        Path further = folder.resolve(eval.id() + "." + (repeat + 1) + ".json");
        Path first = folder.resolve(eval.id() + ".json");
        if (repeat > 0 && Files.isRegularFile(further)) {
            return further;
        }
        return Files.isRegularFile(first) ? first : null;
    }
}
