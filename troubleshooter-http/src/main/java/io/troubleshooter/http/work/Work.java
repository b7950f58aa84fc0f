package io.troubleshooter.http.work;

/** Something heavy that a request waits for. */
@FunctionalInterface
public interface Work<T, E extends Exception> {

    /**
     * Does it.
     *
     * @param place it works in
     */
    T in(Place place) throws E;
}
