package io.troubleshooter.prompt;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The prompts there are, every version of each. Immutable, thread-safe. */
public final class Prompts {

    private final Map<String, List<Prompt>> versions;

    Prompts(Map<String, List<Prompt>> versions) {
        this.versions = new TreeMap<>(versions);
    }

    /** Those that come with the library, from the class path; read once. */
    public static Prompts builtIn() {
        return BuiltIn.PROMPTS;
    }

    /** Read when first asked for. */
    private static final class BuiltIn {
        private static final Prompts PROMPTS = PromptResources.load();
    }

    /**
     * Words of our own that have no versions, such as the JSON Schema of a tool's arguments.
     *
     * @param path of the resource beside this class, {@code tool/search.schema.json}
     * @throws TroubleshooterException if there is none at that path
     */
    public Instruction resource(String path) {
        return new Instruction(PromptResources.text(path).strip());
    }

    public List<String> ids() {
        return List.copyOf(versions.keySet());
    }

    /**
     * All versions of a prompt, oldest first.
     *
     * @throws TroubleshooterException if there is none of that id
     */
    public List<Prompt> versions(String id) {
        List<Prompt> known = versions.get(id);
        if (known == null) {
            throw unknown("no prompt is called " + id);
        }
        return known;
    }

    /** The newest version. */
    public Prompt latest(String id) {
        List<Prompt> known = versions(id);
        return known.get(known.size() - 1);
    }

    /**
     * One version of a prompt.
     *
     * @throws TroubleshooterException if there is none
     */
    public Prompt get(String id, int version) {
        for (Prompt prompt : versions(id)) {
            if (prompt.version() == version) {
                return prompt;
            }
        }
        throw unknown("prompt " + id + " has no version " + version);
    }

    private TroubleshooterException unknown(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION, what, "Known prompts: " + String.join(", ", ids()));
    }
}
