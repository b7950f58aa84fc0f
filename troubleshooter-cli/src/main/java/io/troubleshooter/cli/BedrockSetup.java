package io.troubleshooter.cli;

import io.troubleshooter.bedrock.BedrockBuilder;
import io.troubleshooter.bedrock.BedrockProvider;
import io.troubleshooter.model.ModelProvider;
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

    private static URI endpoint(Settings settings) {
        try {
            return URI.create(settings.value(Option.ENDPOINT));
        } catch (IllegalArgumentException e) {
            throw settings.wrong(Option.ENDPOINT, settings.get(Option.ENDPOINT), "a URL");
        }
    }
}
