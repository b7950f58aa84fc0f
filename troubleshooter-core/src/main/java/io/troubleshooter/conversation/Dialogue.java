package io.troubleshooter.conversation;

import io.troubleshooter.model.Message;
import io.troubleshooter.model.Message.Role;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.prompt.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of one stage, as they grow. Not thread-safe. */
final class Dialogue {

    private final ModelCard card;
    private final Prompt prompt;
    private final List<ToolSpec> tools;
    private final List<Message> messages = new ArrayList<>();

    Dialogue(ModelCard card, Prompt prompt, List<ToolSpec> tools, List<Part> first) {
        this.card = card;
        this.prompt = prompt;
        this.tools = List.copyOf(tools);
        add(Role.USER, first);
    }

    void add(Role role, List<Part> parts) {
        messages.add(new Message(role, parts));
    }

    ModelRequest request(@Nullable String forcedTool, Map<String, String> labels) {
        int most = card.capabilities().maxOutput();
        int maxTokens = prompt.maxTokens();
        return new ModelRequest(
                card.id(),
                Scene.system(prompt),
                messages,
                tools,
                forcedTool,
                most > 0 ? Math.min(maxTokens, most) : maxTokens,
                prompt.temperature(),
                labels);
    }
}
