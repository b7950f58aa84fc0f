package io.troubleshooter.tool;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.util.List;

/** The tool calls of one turn, under its limits. Not thread-safe. */
public final class ToolRun {

    private final List<Tool> tools;
    private final ToolLimits limits;
    private final ToolScene scene;
    private final RedactionSession redaction;
    private int nextId;

    ToolRun(List<Tool> tools, ToolLimits limits, ToolScene scene, RedactionSession redaction, int firstId) {
        this.tools = tools;
        this.limits = limits;
        this.scene = scene;
        this.redaction = redaction;
        this.nextId = firstId;
    }

    /** Calls a tool; whatever goes wrong becomes an answer that says so. */
    public ToolAnswer call(String name, String argumentsJson) {
        RedactedText none = redaction.redact("no such tool");
        return new ToolAnswer("", name, none, none, true, 1, 0);
    }

    /** The evidence, with the outputs of this turn as further sources. */
    public Evidence evidence() {
        return scene.evidence();
    }
}
