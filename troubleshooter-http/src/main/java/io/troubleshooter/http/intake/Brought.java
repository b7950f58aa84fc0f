package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.input.LogSource;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a request brings, ready to be read once. */
@FunctionalInterface
public interface Brought extends AutoCloseable {

    /**
     * Gives the sources one after the other; each has to be read before the next comes.
     *
     * @param sharing wraps what is read from the network, such as {@code place::sharing}
     * @throws io.troubleshooter.http.problem.ProblemException from here or from reading a source, if the body is too
     *     large, damaged or too slow
     */
    void giveTo(UnaryOperator<InputStream> sharing, Consumer<LogSource> sink);

    /** Adds to the answer what is to be said of how it was had, once it has been given. */
    default void tellIn(ObjectNode answer) {}

    /** Frees the memory it was held in. */
    @Override
    default void close() {}
}
