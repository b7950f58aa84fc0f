package io.troubleshooter.model;

/** Serves language models. Thread-safe. Every implementation passes {@code ModelProviderContract}. */
public interface ModelProvider extends AutoCloseable {

    /** Short name: {@code bedrock}, {@code replay}, ... */
    String id();

    /** What a model can do and costs. */
    ModelCard card(String model);

    /**
     * Asks a model and waits for its whole reply. Retries what may be retried, within the time allowed.
     *
     * @param sink receives pieces as they form; {@link ReplySink#NONE} where nobody wants them
     * @throws ModelException if there is no reply; it tells what the caller can do, and what was used up
     */
    ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits);

    @Override
    default void close() {}
}
