package io.troubleshooter.http.work;

import io.troubleshooter.bedrock.BedrockBuilder;
import io.troubleshooter.bedrock.BedrockProvider;
import io.troubleshooter.bedrock.Guardrail;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.config.Model;
import io.troubleshooter.langchain4j.EndpointSettings;
import io.troubleshooter.langchain4j.LangChain4jProvider;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.model.TextScreen;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the provider that the settings name. */
final class ModelAdapters {

    private static final String OPENAI = "https://api.openai.com/v1";
    private static final String ANTHROPIC = "https://api.anthropic.com/v1";

    private ModelAdapters() {}

    static @Nullable ModelProvider open(Model config) {
        return switch (config.provider()) {
            case "offline" -> null;
            case "bedrock" -> bedrock(config);
            case "openai" ->
                LangChain4jProvider.openAi(endpoint(config, OPENAI, openAiKey(config)), ModelCatalog.builtIn());
            case "anthropic" ->
                LangChain4jProvider.anthropic(endpoint(config, ANTHROPIC, key(config)), ModelCatalog.builtIn());
            case "replay" -> ReplayProvider.from(Path.of(needed("replies", config.replies())));
            default -> throw wrong("model.provider", "It is offline, bedrock, openai, anthropic or replay.");
        };
    }

    /** What to ask for; recordings care for no name. */
    static String id(Model config) {
        return config.provider().equals("replay") && config.id().isEmpty() ? "replay" : needed("id", config.id());
    }

    private static ModelProvider bedrock(Model config) {
        needed("id", config.id());
        BedrockBuilder builder = BedrockProvider.builder();
        if (!config.region().isEmpty()) {
            builder.region(config.region());
        }
        if (!config.profile().isEmpty()) {
            builder.profile(config.profile());
        }
        if (!config.endpoint().isEmpty()) {
            builder.endpoint(address(config.endpoint()));
        }
        return builder.build();
    }

    /** The guardrail as a second opinion; none where none is set. */
    static TextScreen screen(Model config, @Nullable ModelProvider provider) {
        if (config.guardrail().isEmpty() || provider == null) {
            return TextScreen.NONE;
        }
        if (provider instanceof BedrockProvider bedrock) {
            return bedrock.screen(guardrail(config.guardrail()));
        }
        throw wrong("model.guardrail", "Only Bedrock has guardrails: leave it empty.");
    }

    private static Guardrail guardrail(String given) {
        int colon = given.lastIndexOf(':');
        if (colon < 1 || colon == given.length() - 1) {
            throw wrong("model.guardrail", "Write it as ID:VERSION.");
        }
        return new Guardrail(given.substring(0, colon), given.substring(colon + 1));
    }

    private static EndpointSettings endpoint(Model config, String usual, String key) {
        String given = config.endpoint();
        String address = given.isEmpty() ? usual : address(given).toString();
        return EndpointSettings.of(address, key, needed("id", config.id()));
    }

    private static URI address(String given) {
        try {
            return URI.create(given);
        } catch (IllegalArgumentException noAddress) {
            throw wrong("model.endpoint", "It is a URL.");
        }
    }

    /** Servers of one's own mostly want no key. */
    private static String openAiKey(Model config) {
        return !config.endpoint().isEmpty() && config.apiKey().isEmpty() ? "none" : key(config);
    }

    private static String key(Model config) {
        return needed("apiKey", config.apiKey());
    }

    private static String needed(String name, String value) {
        if (value.isBlank()) {
            throw wrong("model." + name, "This provider needs it.");
        }
        return value;
    }

    private static TroubleshooterException wrong(String setting, String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                "The setting " + setting + " cannot be what it is. " + what,
                "tst serve --print-config shows all settings and what they mean.");
    }
}
