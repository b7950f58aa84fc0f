package io.troubleshooter.http.hook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.time.Clock;

/** Messages of other programs, understood. Thread-safe. */
public final class HookInbox {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build());

    private final AlertSessions sessions;
    private final Clock clock;

    public HookInbox(AlertSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What was done with a message.
     *
     * @param session where it is found; empty for none
     * @param accepted alerts; of a deployment, sessions that it was added to
     */
    public record Accepted(String session, int accepted) {}

    public Accepted alertmanager(Caller sender, byte[] body) {
        return added(sender, AlertmanagerMessage.read(json(body), clock.instant()));
    }

    public Accepted alert(Caller sender, byte[] body) {
        return added(sender, GenericMessage.read(json(body), clock.instant()));
    }

    private Accepted added(Caller sender, Alerts alerts) {
        return new Accepted(sessions.add(sender, alerts), alerts.count());
    }

    public Accepted deploy(Caller sender, byte[] body) {
        return new Accepted("", sessions.add(sender, DeployMessage.read(json(body), clock.instant())));
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (IOException broken) {
            // Told below, like JSON of another kind.
        }
        throw ProblemException.of(ProblemCode.MALFORMED_BODY, "The body has to be a JSON object.");
    }
}
