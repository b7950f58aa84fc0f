package io.troubleshooter.cli;

import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.model.ModelProvider;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider asked for. Each adapter is named in a class of its own, which is loaded when that provider is chosen. */
final class Providers {

    static final String OFFLINE = "offline";

    private static final int CONTEXT_TOKENS = 8_000;
    private static final int ROUNDS = 3;
    private static final Duration TURN = Duration.ofMinutes(2);

    private Providers() {}

    static boolean isOffline(Settings settings) {
        boolean offline = settings.choice(Option.PROVIDER).equals(OFFLINE);
        if (offline && settings.given(Option.CLOUDWATCH) != null) {
            throw new UsageException(
                    "--cloudwatch lets a model look, and there is none",
                    "Name one with --provider and --model, or read the logs yourself: tst cloudwatch");
        }
        return offline;
    }

    /** Null for offline. */
    static @Nullable ModelProvider open(Settings settings, Surroundings around) {
        if (!isOffline(settings)) {
            settings(settings, ""); // what is missing is said before anything is loaded
        }
        return switch (settings.choice(Option.PROVIDER)) {
            case "bedrock" -> BedrockSetup.open(settings);
            case "openai" -> LangChainSetup.openAi(settings, around);
            case "anthropic" -> LangChainSetup.anthropic(settings, around);
            case "replay" -> ReplaySetup.open(settings);
            default -> null;
        };
    }

    /** @param model to use for everything; empty for what is configured */
    static ModelSettings settings(Settings settings, String model) {
        String usual = model.isEmpty() ? model(settings) : model;
        String strong = settings.value(Option.STRONG_MODEL);
        return new ModelSettings(
                usual,
                strong.isEmpty() || !model.isEmpty() ? usual : strong,
                CONTEXT_TOKENS,
                ROUNDS,
                TURN,
                settings.microUsd(Option.MAX_COST));
    }

    private static String model(Settings settings) {
        String model = settings.value(Option.MODEL);
        String provider = settings.value(Option.PROVIDER);
        if (model.isEmpty() && !provider.equals("replay")) {
            throw new UsageException(
                    "--provider " + provider + " needs a model",
                    "Name one: --model ID, TST_MODEL, or model= in your file.");
        }
        return model.isEmpty() ? provider : model;
    }
}
