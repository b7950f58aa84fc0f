package io.troubleshooter.redact;

import io.troubleshooter.text.Span;
import java.util.List;

/**
 * Finds something to remove that the built-in detectors do not know. It returns spans, never text: a detector can have
 * more removed, never less, and can put nothing in.
 */
public interface Detector {

    /** Name in the placeholder: lower-case letters, digits and {@code -}, beginning with a letter. */
    String kind();

    /**
     * The spans to remove from one line.
     *
     * @param line a copy of the line as UTF-8, without its line end; spans count its bytes. It is raw: it must not be
     *     kept, logged or put into an exception.
     */
    List<Span> find(byte[] line);
}
