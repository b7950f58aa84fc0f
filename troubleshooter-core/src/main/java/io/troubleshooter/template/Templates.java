package io.troubleshooter.template;

import io.troubleshooter.redact.RedactedText;
import java.util.List;

/** The outcome of the mining: which template each masked line belongs to. */
public final class Templates {

    private final int[] templateOf;
    private final List<Template> templates;

    Templates(int[] templateOf, List<Template> templates) {
        this.templateOf = templateOf;
        this.templates = templates;
    }

    public List<Template> all() {
        return templates;
    }

    /** Index into {@link #all()} of a masked line's template. */
    public int indexOf(int maskedId) {
        return templateOf[maskedId];
    }

    /**
     * What the messages of one kind have in common.
     *
     * @param fingerprint {@code v1:} and 16 hex digits of the text: equal across runs and inputs
     * @param text the message with {@code <*>} for its variable parts
     */
    public record Template(String fingerprint, RedactedText text) {}
}
