package io.troubleshooter.cli;

import io.troubleshooter.langchain4j.EndpointSettings;
import io.troubleshooter.langchain4j.LangChain4jProvider;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;

/** {@code --provider openai} and {@code --provider anthropic}. */
final class LangChainSetup {

    private static final String OPENAI = "https://api.openai.com/v1";
    private static final String ANTHROPIC = "https://api.anthropic.com/v1";

    private LangChainSetup() {}

    static ModelProvider openAi(Settings settings, Surroundings around) {
        return LangChain4jProvider.openAi(
                endpoint(settings, OPENAI, openAiKey(settings, around)), ModelCatalog.builtIn());
    }

    static ModelProvider anthropic(Settings settings, Surroundings around) {
        String key = Keys.find(settings, around, "ANTHROPIC_API_KEY");
        return LangChain4jProvider.anthropic(endpoint(settings, ANTHROPIC, key), ModelCatalog.builtIn());
    }

    /** Servers of one's own mostly want none. */
    private static String openAiKey(Settings settings, Surroundings around) {
        boolean own = !settings.value(Option.ENDPOINT).isEmpty();
        boolean given = !settings.value(Option.API_KEY_FILE).isEmpty()
                || !around.variable("OPENAI_API_KEY").isBlank();
        return own && !given ? "none" : Keys.find(settings, around, "OPENAI_API_KEY");
    }

    private static EndpointSettings endpoint(Settings settings, String usual, String key) {
        String given = settings.value(Option.ENDPOINT);
        return EndpointSettings.of(given.isEmpty() ? usual : given, key, settings.value(Option.MODEL));
    }
}
