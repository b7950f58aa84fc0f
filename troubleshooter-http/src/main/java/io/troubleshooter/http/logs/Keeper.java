package io.troubleshooter.http.logs;

import java.io.IOException;
import java.io.InputStream;

/** Keeps what was read, until it is all there. */
@FunctionalInterface
public interface Keeper {

    /**
     * Reads a text to its end.
     *
     * @param name of the group, or of what in it
     * @param text not redacted yet
     */
    void keep(String name, InputStream text) throws IOException;
}
