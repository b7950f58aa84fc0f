package io.troubleshooter.cli;

import io.troubleshooter.bedrock.BedrockBuilder;
import io.troubleshooter.bedrock.BedrockProvider;
import io.troubleshooter.bedrock.Guardrail;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.TextScreen;
import java.net.URI;

/** {@code --provider bedrock}: credentials are looked for where AWS's own tools look for them. */
final class BedrockSetup {

    private BedrockSetup() {}

    static ModelProvider open(Settings settings) {
        BedrockBuilder builder = BedrockProvider.builder();
        String region = settings.value(Option.REGION);
        if (!region.isEmpty()) {
            builder.region(region);
        }
        String profile = settings.value(Option.PROFILE);
        if (!profile.isEmpty()) {
            builder.profile(profile);
        }
        if (!settings.value(Option.ENDPOINT).isEmpty()) {
            builder.endpoint(endpoint(settings));
        }
        return builder.build();
    }

    /** {@code --guardrail}: asked about the question, the digest of the evidence and the answer. */
    static TextScreen screen(Settings settings, ModelProvider provider) {
        return ((BedrockProvider) provider).screen(guardrail(settings, settings.value(Option.GUARDRAIL)));
    }

    private static Guardrail guardrail(Settings settings, String given) {
        int colon = given.lastIndexOf(':');
        if (colon < 1 || colon == given.length() - 1) {
            throw settings.wrong(Option.GUARDRAIL, settings.get(Option.GUARDRAIL), "ID:VERSION, such as gr-1a2b:3");
        }
        return new Guardrail(given.substring(0, colon), given.substring(colon + 1));
    }

    private static URI endpoint(Settings settings) {
        try {
            return URI.create(settings.value(Option.ENDPOINT));
        } catch (IllegalArgumentException e) {
            throw settings.wrong(Option.ENDPOINT, settings.get(Option.ENDPOINT), "a URL");
        }
    }
}
