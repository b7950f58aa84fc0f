package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.logs.Asker;
import io.troubleshooter.http.logs.Gathered;
import io.troubleshooter.http.logs.Leaving;
import io.troubleshooter.http.logs.LogGroups;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.input.LogSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Logs of CloudWatch as evidence: brought before it is anybody's turn to work, since it may take long. */
final class LogsIntake {

    private final Room room;
    private final LogGroups groups;
    private final Leaving leaving;

    LogsIntake(Room room, LogGroups groups, Leaving leaving) {
        this.room = room;
        this.groups = groups;
        this.leaving = leaving;
    }

    /** Where nothing is kept, nobody could look again at what was paid for. */
    static Brought refuse(JsonNode form) {
        throw ProblemException.invalid("/cloudwatch", "Logs of CloudWatch are added to a session.");
    }

    /** @throws ProblemException if not all of it could be had */
    Brought open(JsonNode form, Exchange exchange) {
        HeldLogs held = new HeldLogs();
        try {
            Asker asker = new Asker(
                    exchange.caller().account(),
                    exchange.session(),
                    leaving.of(exchange.context().req()));
            held.gathered = groups.bring(asker, form, (name, text) -> held.add(name, room.hold(text)));
            return held;
        } catch (RuntimeException failed) {
            held.close();
            throw failed;
        }
    }

    /** Texts in memory, by name. */
    private static final class HeldLogs implements Brought {

        private record Named(String name, Room.Held text) {}

        private final List<Named> all = new ArrayList<>();
        private @Nullable Gathered gathered;

        private void add(String name, Room.Held text) {
            all.add(new Named(name, text));
        }

        @Override
        public void giveTo(UnaryOperator<InputStream> sharing, Consumer<LogSource> sink) {
            all.stream()
                    .filter(each -> each.text().size() > 0)
                    .map(each ->
                            LogSource.of(new ByteArrayInputStream(each.text().bytes()), each.name()))
                    .forEach(sink);
        }

        @Override
        public void tellIn(ObjectNode answer) {
            if (gathered != null) {
                answer.set("cloudwatch", gathered.json());
            }
        }

        @Override
        public void close() {
            all.forEach(each -> each.text().close());
        }
    }
}
