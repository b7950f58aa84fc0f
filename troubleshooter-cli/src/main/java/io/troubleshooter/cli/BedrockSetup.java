package io.troubleshooter.cli;

import io.troubleshooter.model.ModelProvider;

/** {@code --provider bedrock}. */
final class BedrockSetup {

    private BedrockSetup() {}

    static ModelProvider open(Settings settings) {
        throw settings.wrong(Option.PROVIDER, settings.get(Option.PROVIDER), "offline or replay in this build");
    }
}
