package io.troubleshooter.redact;

import org.jspecify.annotations.Nullable;

/**
 * What the redactors of one session share: the policy and the numbering of pseudonyms, so that one value has one
 * placeholder in all sources of the session. Thread-safe.
 */
public final class RedactionSession {

    private final RedactionPolicy policy;
    private final KeyedHash hash = new KeyedHash();
    private final Pseudonyms pseudonyms = new Pseudonyms();
    private final @Nullable RevealMap revealMap;
    private RedactionSummary summary = RedactionSummary.NONE;

    private RedactionSession(RedactionPolicy policy, @Nullable RevealMap revealMap) {
        this.revealMap = revealMap;
        this.policy = policy;
    }

    /** A session in which everything is redacted. */
    public static RedactionSession create() {
        return create(RedactionPolicy.strict());
    }

    public static RedactionSession create(RedactionPolicy policy) {
        return new RedactionSession(policy, null);
    }

    /**
     * A session that also keeps the way back, in {@code reveals}. For local use only, and only where a user asks for
     * it.
     */
    public static RedactionSession createReversible(RedactionPolicy policy, RevealMap reveals) {
        return new RedactionSession(policy, reveals);
    }

    /** A redactor for the lines of one part of a source; its placeholders are numbered by themselves, from 1. */
    public Redactor newRedactor() {
        return new Redactor(policy, hash, revealMap == null ? null : new RevealMap());
    }

    /**
     * Takes the pseudonyms of a finished part into the session, in the order of their first position. To be called in
     * the order of the parts, once for each.
     *
     * @return how to rewrite what was kept of that part
     */
    public synchronized Renumbering adopt(Redactor part) {
        summary = summary.plus(part.summary());
        return preview(part);
    }

    /** As {@link #adopt}, for a part that is not finished: it may be asked for again, and its counts do not yet count. */
    public synchronized Renumbering preview(Redactor part) {
        Renumbering renumbering = Renumbering.between(part.pseudonyms(), pseudonyms);
        RevealMap reveals = part.revealMap();
        if (revealMap != null && reveals != null) {
            revealMap.adopt(reveals, renumbering);
        }
        return renumbering;
    }

    /** A text by itself, such as a question or the output of a tool, under the numbers of the session. */
    public RedactedText redact(String text) {
        Redactor redactor = newRedactor();
        RedactedText redacted = redactor.redact(text);
        return adopt(redactor).apply(redacted);
    }

    /** About how many bytes of memory the numbering takes. */
    public synchronized long bytes() {
        return pseudonyms.size() * Pseudonyms.BYTES_EACH;
    }

    /** What was removed from all parts adopted so far. */
    public synchronized RedactionSummary summary() {
        return summary;
    }
}
