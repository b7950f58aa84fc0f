package io.troubleshooter.bedrock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailStreamProcessingMode;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailTrace;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;

/** A request in the service's terms, for either of its two operations. */
record Wire(
        String model,
        List<SystemContentBlock> system,
        List<Message> messages,
        @Nullable ToolConfiguration tools,
        @Nullable OutputConfig output,
        InferenceConfiguration inference,
        @Nullable Guardrail guardrail,
        @Nullable String tier,
        Map<String, String> metadata) {

    static OutputConfig schema(String name, String json) {
        return OutputConfig.builder()
                .textFormat(format -> format.type(OutputFormatType.JSON_SCHEMA)
                        .structure(structure ->
                                structure.jsonSchema(schema -> schema.name(name).schema(json))))
                .build();
    }

    ConverseRequest blocking() {
        ConverseRequest.Builder request = ConverseRequest.builder()
                .modelId(model)
                .system(system)
                .messages(messages)
                .toolConfig(tools)
                .outputConfig(output)
                .inferenceConfig(inference);
        if (!metadata.isEmpty()) {
            request.requestMetadata(metadata);
        }
        if (tier != null) {
            request.serviceTier(t -> t.type(tier));
        }
        if (guardrail != null) {
            request.guardrailConfig(g -> g.guardrailIdentifier(guardrail.id())
                    .guardrailVersion(guardrail.version())
                    .trace(GuardrailTrace.DISABLED));
        }
        return request.build();
    }

    ConverseStreamRequest streaming() {
        ConverseStreamRequest.Builder request = ConverseStreamRequest.builder()
                .modelId(model)
                .system(system)
                .messages(messages)
                .toolConfig(tools)
                .outputConfig(output)
                .inferenceConfig(inference);
        if (!metadata.isEmpty()) {
            request.requestMetadata(metadata);
        }
        if (tier != null) {
            request.serviceTier(t -> t.type(tier));
        }
        if (guardrail != null) {
            request.guardrailConfig(g -> g.guardrailIdentifier(guardrail.id())
                    .guardrailVersion(guardrail.version())
                    .streamProcessingMode(GuardrailStreamProcessingMode.SYNC)
                    .trace(GuardrailTrace.DISABLED));
        }
        return request.build();
    }
}
