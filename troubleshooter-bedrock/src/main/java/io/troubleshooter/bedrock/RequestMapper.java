package io.troubleshooter.bedrock;

import io.troubleshooter.model.Capabilities;
import io.troubleshooter.model.Message;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultStatus;

/** Puts a request in the service's terms, within what the model can do. For one request. */
final class RequestMapper {

    /** Metadata may have 16 entries of 256 characters. */
    private static final int MOST_METADATA = 16;

    private static final int LONGEST_METADATA = 256;

    private final ModelRequest request;
    private final Capabilities capabilities;
    private final Shape shape;
    private final CachePoints cache;

    RequestMapper(ModelRequest request, Capabilities capabilities) {
        this.request = request;
        this.capabilities = capabilities;
        this.shape = Shape.of(request, capabilities);
        this.cache = new CachePoints(capabilities.cacheMinTokens());
    }

    /** In the order in which the service counts the prefix: tools, system, messages. */
    Wire map(@Nullable Guardrail guardrail, @Nullable String tier, Map<String, String> metadata) {
        ToolConfiguration tools = capabilities.tools() && !request.tools().isEmpty() ? tools() : null;
        List<SystemContentBlock> system = system();
        return new Wire(
                request.model(), system, messages(), tools, output(), inference(), guardrail, tier, metadata(metadata));
    }

    private ToolConfiguration tools() {
        List<Tool> tools = new ArrayList<>();
        for (ToolSpec spec : request.tools()) {
            tools.add(tool(spec));
        }
        ToolConfiguration.Builder config = ToolConfiguration.builder().tools(tools);
        if (shape == Shape.FORCED_TOOL) {
            config.toolChoice(choice -> choice.tool(tool -> tool.name(request.forcedTool())));
        } else {
            config.toolChoice(choice -> choice.auto(auto -> {}));
        }
        return config.build();
    }

    /** Only the tool that is forced is strict: a grammar of all tools is slow to make, and their arguments are checked. */
    private Tool tool(ToolSpec spec) {
        String description = spec.description().wording();
        boolean forced = shape == Shape.FORCED_TOOL && spec.name().equals(request.forcedTool());
        String strict = forced && capabilities.strictTools() ? Shape.strictSchema(request) : null;
        String schema = strict == null ? LooseSchema.of(spec.schema().wording()) : strict;
        cache.passed(spec.name().length() + description.length() + schema.length());
        return Tool.builder()
                .toolSpec(tool -> tool.name(spec.name())
                        .description(description)
                        .strict(strict == null ? null : true)
                        .inputSchema(input -> input.json(Json.object(schema))))
                .build();
    }

    private List<SystemContentBlock> system() {
        List<SystemContentBlock> system = new ArrayList<>();
        for (Part part : request.system()) {
            if (part == Part.CachePoint.HERE && cache.here()) {
                system.add(SystemContentBlock.fromCachePoint(CachePoints.BLOCK));
            } else if (part instanceof Words words && !words.wording().isBlank()) {
                cache.passed(words.wording().length());
                system.add(SystemContentBlock.fromText(words.wording()));
            }
        }
        ToolSpec wanted = Shape.wanted(request);
        if (shape == Shape.ASKED && wanted != null) {
            system.add(SystemContentBlock.fromText(plea(wanted)));
        }
        return system;
    }

    private String plea(ToolSpec wanted) {
        String object = "one JSON object that fits this JSON Schema, and with nothing else: "
                + wanted.schema().wording();
        return capabilities.tools()
                ? "Reply by calling the tool " + wanted.name() + "; if you cannot, reply with " + object
                : "Reply with " + object;
    }

    private @Nullable OutputConfig output() {
        String name = request.forcedTool();
        String schema = shape == Shape.NATIVE_JSON ? Shape.strictSchema(request) : null;
        return schema == null || name == null ? null : Wire.schema(name, schema);
    }

    /** One message for each change of the speaker: the service wants them to take turns. */
    private List<software.amazon.awssdk.services.bedrockruntime.model.Message> messages() {
        List<software.amazon.awssdk.services.bedrockruntime.model.Message> messages = new ArrayList<>();
        List<ContentBlock> blocks = new ArrayList<>();
        List<Message> all = request.messages();
        for (int i = 0; i < all.size(); i++) {
            for (Part part : all.get(i).parts()) {
                ContentBlock block = block(part);
                if (block != null) {
                    blocks.add(block);
                }
            }
            Message.Role role = all.get(i).role();
            boolean ends = i + 1 == all.size() || all.get(i + 1).role() != role;
            if (ends && !blocks.isEmpty()) {
                List<ContentBlock> content = List.copyOf(blocks);
                messages.add(software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
                        .role(role == Message.Role.USER ? ConversationRole.USER : ConversationRole.ASSISTANT)
                        .content(content)
                        .build());
                blocks.clear();
            }
        }
        return messages;
    }

    private @Nullable ContentBlock block(Part part) {
        if (part instanceof Words words) {
            cache.passed(words.wording().length());
            return words.wording().isBlank() ? null : ContentBlock.fromText(words.wording());
        } else if (part instanceof Part.ToolCall call) {
            return capabilities.tools() ? toolUse(call) : null;
        } else if (part instanceof Part.ToolResult result) {
            return toolResult(result);
        } else if (part instanceof Part.Opaque opaque) {
            return BedrockProvider.ID.equals(opaque.provider()) && opaque.value() instanceof ContentBlock own
                    ? own
                    : null;
        }
        return cache.here() ? ContentBlock.fromCachePoint(CachePoints.BLOCK) : null;
    }

    private ContentBlock toolUse(Part.ToolCall call) {
        cache.passed(call.arguments().length());
        return ContentBlock.fromToolUse(use -> use.toolUseId(call.id())
                .name(call.name())
                .input(Json.object(call.arguments().toString())));
    }

    private ContentBlock toolResult(Part.ToolResult result) {
        cache.passed(result.output().length());
        String output = result.output().toString();
        String text = output.isBlank() ? "(nothing)" : output;
        if (!capabilities.tools()) {
            return ContentBlock.fromText(text);
        }
        return ContentBlock.fromToolResult(block -> block.toolUseId(result.callId())
                .status(result.failed() ? ToolResultStatus.ERROR : ToolResultStatus.SUCCESS)
                .content(content -> content.text(text)));
    }

    private InferenceConfiguration inference() {
        InferenceConfiguration.Builder config =
                InferenceConfiguration.builder().maxTokens(Math.min(request.maxTokens(), capabilities.maxOutput()));
        if (capabilities.sampling() && request.temperature() >= 0) {
            config.temperature((float) request.temperature());
        }
        return config.build();
    }

    private Map<String, String> metadata(Map<String, String> general) {
        Map<String, String> all = new TreeMap<>(general);
        all.putAll(request.metadata());
        Map<String, String> fitting = new TreeMap<>();
        for (Map.Entry<String, String> entry : all.entrySet()) {
            if (fitting.size() < MOST_METADATA && fits(entry.getKey()) && fits(entry.getValue())) {
                fitting.put(entry.getKey(), entry.getValue());
            }
        }
        return fitting;
    }

    private static boolean fits(String label) {
        if (label.isEmpty() || label.length() > LONGEST_METADATA) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean plain = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!plain && " :_@$#=/+,-.".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
