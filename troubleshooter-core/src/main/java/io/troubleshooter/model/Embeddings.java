package io.troubleshooter.model;

/**
 * Turns texts into vectors that are near each other where the texts mean the same. Thread-safe. Every implementation
 * passes {@code EmbeddingsContract}.
 */
public interface Embeddings extends AutoCloseable {

    /** What the model costs; its id. */
    ModelCard card();

    /** What it takes. */
    EmbeddingLimits limits();

    /**
     * One vector for each text, in the same order, each of length 1. Retries what may be retried, within the time allowed;
     * one text that fails fails the whole, as there is no use in half an index.
     *
     * @throws ModelException if a text could not be turned into a vector; {@link ModelException.Refused} before anything is
     *     sent where a text or the number of dimensions is beyond {@link #limits}
     */
    Embedded embed(EmbeddingRequest request, CallLimits limits);

    @Override
    default void close() {}
}
