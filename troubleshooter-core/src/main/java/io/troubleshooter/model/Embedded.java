package io.troubleshooter.model;

import java.util.List;

/**
 * Vectors, one for each text asked about.
 *
 * @param vectors of length 1; not to be changed
 * @param usage tokens read, retries included
 */
public record Embedded(List<float[]> vectors, TokenUsage usage) {

    public Embedded {
        vectors = List.copyOf(vectors);
    }
}
