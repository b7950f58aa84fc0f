package io.troubleshooter.cli;

import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ReplayProvider;
import java.nio.file.Path;

/** {@code --provider replay}: recorded replies, for tests and demonstrations. */
final class ReplaySetup {

    private ReplaySetup() {}

    static ModelProvider open(Settings settings) {
        String replies = settings.value(Option.REPLIES);
        if (replies.isEmpty()) {
            throw new UsageException("--provider replay needs replies", "Name them: --replies DIR");
        }
        return ReplayProvider.from(Path.of(replies));
    }
}
