package io.troubleshooter.redact;

/**
 * What the redactors of one session share: the policy and the numbering of pseudonyms, so that one value has one
 * placeholder in all sources of the session. Thread-safe.
 */
public final class RedactionSession {

    private RedactionSession() {}

    /** A session in which everything is redacted. */
    public static RedactionSession create() {
        return new RedactionSession();
    }

    /** A redactor for the lines of one part of a source; its placeholders are numbered by themselves, from 1. */
    public Redactor newRedactor() {
        return Redactor.create();
    }

    /**
     * Takes the pseudonyms of a finished part into the session, in the order of their first position. To be called in
     * the order of the parts.
     *
     * @return how to rewrite what was kept of that part
     */
    public Renumbering adopt(Redactor part) {
        return Renumbering.NONE;
    }
}
