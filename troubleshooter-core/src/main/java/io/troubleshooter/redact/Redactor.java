package io.troubleshooter.redact;

import io.troubleshooter.normalize.NormalizedBlock;

/** The only maker of {@link RedactedText}. One instance serves one stream of lines, in order; not thread-safe. */
public final class Redactor {

    private Redactor() {}

    public static Redactor create() {
        return new Redactor();
    }

    public RedactedBlock redact(NormalizedBlock block) {
        throw new IllegalStateException("owned by the redact work: " + block);
    }

    /** Reads the lines before a part, so that a secret which began there is still one; gives nothing. */
    public void prime(NormalizedBlock before) {
        throw new IllegalStateException("owned by the redact work: " + before);
    }

    /** Redacts a text that stands alone: a question, a file name. Line breaks in it stay. */
    public RedactedText redact(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new RedactedText(bytes, 0, bytes.length, this);
    }

    public RedactionSummary summary() {
        return RedactionSummary.NONE;
    }
}
