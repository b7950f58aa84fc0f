package io.troubleshooter.tool;

import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactionSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The tools on offer and the one gate to them. Immutable, thread-safe. */
public final class Toolbox {

    private static final int VERSION_DIGITS = 12;

    private final List<Tool> tools;
    private final ToolLimits limits;
    private final List<ToolSpec> specs;

    /** @throws IllegalArgumentException if two tools have the same name */
    public Toolbox(List<Tool> tools, ToolLimits limits) {
        this.tools = List.copyOf(tools);
        this.limits = limits;
        this.specs = tools.stream().map(Tool::spec).toList();
        Set<String> names = new HashSet<>();
        for (Tool tool : tools) {
            if (!names.add(tool.spec().name())) {
                throw new IllegalArgumentException("two tools have the same name");
            }
        }
    }

    /** The tools over the evidence, and {@code others}. */
    public static Toolbox standard(List<Tool> others, ToolLimits limits) {
        List<Tool> all = new ArrayList<>(StandardTools.all());
        all.addAll(others);
        return new Toolbox(all, limits);
    }

    public ToolLimits limits() {
        return limits;
    }

    public List<ToolSpec> specs() {
        return specs;
    }

    /** Hash of names, schemas and descriptions, 12 hex digits: part of the key of cached answers. */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ToolSpec spec : specs()) {
                for (String text : List.of(
                        spec.name(), spec.description().wording(), spec.schema().wording())) {
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
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
