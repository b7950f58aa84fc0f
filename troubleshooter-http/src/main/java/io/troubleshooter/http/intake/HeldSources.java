package io.troubleshooter.http.intake;

import io.troubleshooter.input.LogSource;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sources from what is in memory already.
 *
 * @param sources made when they are to be read
 */
record HeldSources(Room.Held held, Supplier<List<LogSource>> sources) implements Brought {

    @Override
    public void giveTo(UnaryOperator<InputStream> sharing, Consumer<LogSource> sink) {
        sources.get().forEach(sink);
    }

    @Override
    public void close() {
        held.close();
    }
}
