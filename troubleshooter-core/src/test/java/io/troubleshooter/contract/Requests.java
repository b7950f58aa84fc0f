package io.troubleshooter.contract;

import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Message;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Requests and limits for tests of providers. */
public final class Requests {

    /** Stands in every request; no exception and no log may show it. */
    public static final String PLANTED = "violet-hippopotamus";

    private static final RedactionSession REDACTION = RedactionSession.create();

    private Requests() {}

    public static RedactedText redacted(String text) {
        return REDACTION.redact(text);
    }

    public static Part.Evidence words(String text) {
        return new Part.Evidence(redacted(text));
    }

    public static ToolSpec tool(String name) {
        String schema = "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"],"
                + "\"additionalProperties\":false}";
        return new ToolSpec(name, words("Searches the evidence for a text"), words(schema));
    }

    public static ModelRequest question(String model) {
        Message question = new Message(Message.Role.USER, List.of(words("What broke? The log says " + PLANTED)));
        return new ModelRequest(
                model, List.of(words("Explain failures")), List.of(question), List.of(), null, 500, 0, Map.of());
    }

    public static ModelRequest withTools(ModelRequest request, ToolSpec... tools) {
        return new ModelRequest(
                request.model(),
                request.system(),
                request.messages(),
                List.of(tools),
                null,
                request.maxTokens(),
                request.temperature(),
                request.metadata());
    }

    public static ModelRequest forcing(ModelRequest request, String tool) {
        return new ModelRequest(
                request.model(),
                request.system(),
                request.messages(),
                request.tools(),
                tool,
                request.maxTokens(),
                request.temperature(),
                request.metadata());
    }

    public static CallLimits within(Duration timeout) {
        return new CallLimits(timeout, new Cancellation());
    }

    public static CallLimits patient() {
        return within(Duration.ofSeconds(60));
    }
}
