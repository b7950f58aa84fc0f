package io.troubleshooter.http.logs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** Tells whether a client has gone while its answer is in the making. */
@FunctionalInterface
public interface Leaving {

    /**
     * Begins to look.
     *
     * @param request whose body has been read to its end
     * @return asked now and then, by one thread at a time, and never after the answer is begun
     */
    BooleanSupplier of(HttpServletRequest request);
}
