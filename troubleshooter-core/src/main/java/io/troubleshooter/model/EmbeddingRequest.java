package io.troubleshooter.model;

import io.troubleshooter.redact.RedactedText;
import java.util.List;

/**
 * Texts to be turned into vectors.
 *
 * @param dimensions of each vector: fewer take less room and find a little less
 */
public record EmbeddingRequest(List<RedactedText> texts, int dimensions) {

    public EmbeddingRequest {
        texts = List.copyOf(texts);
    }
}
