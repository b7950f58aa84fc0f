package io.troubleshooter.tool;

import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactionSession;
import java.util.List;

/** The tools on offer and the one gate to them. Immutable, thread-safe. */
public final class Toolbox {

    private final List<Tool> tools;
    private final ToolLimits limits;

    public Toolbox(List<Tool> tools, ToolLimits limits) {
        this.tools = List.copyOf(tools);
        this.limits = limits;
    }

    /** The tools over the evidence, and {@code others}. */
    public static Toolbox standard(List<Tool> others, ToolLimits limits) {
        return new Toolbox(others, limits);
    }

    public List<ToolSpec> specs() {
        return tools.stream().map(Tool::spec).toList();
    }

    /** Hash of names, schemas and descriptions, 12 hex digits: part of the key of cached answers. */
    public String version() {
        return Integer.toHexString(specs().hashCode());
    }

    /**
     * Begins a turn.
     *
     * @param firstId number of the first output: ids go on over the turns of a conversation
     */
    public ToolRun begin(ToolScene scene, RedactionSession redaction, int firstId) {
        return new ToolRun(tools, limits, scene, redaction, firstId);
    }
}
