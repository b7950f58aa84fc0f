package io.troubleshooter.redact;

/** Rewrites the placeholders of one part to the numbers of the whole session. */
public final class Renumbering {

    /** Changes nothing. */
    public static final Renumbering NONE = new Renumbering();

    private Renumbering() {}

    public RedactedText apply(RedactedText text) {
        return text;
    }
}
