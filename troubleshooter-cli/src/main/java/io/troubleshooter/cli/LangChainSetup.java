package io.troubleshooter.cli;

import io.troubleshooter.model.ModelProvider;

/** {@code --provider openai} and {@code --provider anthropic}. */
final class LangChainSetup {

    private LangChainSetup() {}

    static ModelProvider openAi(Settings settings, Surroundings around) {
        Keys.find(settings, around, "OPENAI_API_KEY");
        throw settings.wrong(Option.PROVIDER, settings.get(Option.PROVIDER), "offline or replay in this build");
    }

    static ModelProvider anthropic(Settings settings, Surroundings around) {
        Keys.find(settings, around, "ANTHROPIC_API_KEY");
        throw settings.wrong(Option.PROVIDER, settings.get(Option.PROVIDER), "offline or replay in this build");
    }
}
