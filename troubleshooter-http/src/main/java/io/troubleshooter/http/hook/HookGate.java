package io.troubleshooter.http.hook;

import io.javalin.http.Context;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Gate;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.config.Hooks;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Exchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Lets in messages of other programs: those that are signed, in time, and new. A program that cannot sign, such as
 * Alertmanager, shows a key of role analyst instead. Thread-safe.
 */
public final class HookGate {

    /** Of one message. */
    private static final int MAX_BYTES = 512 << 10;

    private static final String SEEN = "hook-seen/";

    private final HookSecrets secrets;
    private final Duration window;
    private final Gate gate;
    private final Documents documents;
    private final Clock clock;

    public HookGate(Hooks settings, Gate gate, Documents documents, Clock clock) {
        this.secrets = new HookSecrets(settings.secrets());
        this.window = settings.replayWindow();
        this.gate = gate;
        this.documents = documents;
        this.clock = clock;
    }

    /** Does something with a message. */
    @FunctionalInterface
    public interface Taker {
        void take(Caller sender, byte[] body);
    }

    /**
     * Gives the message to {@code taker}, once. If that fails, the same message may come again.
     *
     * @throws ProblemException if it is not let in
     */
    public void admit(Exchange exchange, Taker taker) {
        Context context = exchange.context();
        if (context.header("Authorization") != null) {
            taker.take(sender(keyed(context)), body(exchange));
            return;
        }
        String project = header(context, MessageSignature.PROJECT);
        String timestamp = header(context, MessageSignature.TIMESTAMP);
        String signature = header(context, MessageSignature.SIGNATURE);
        Instant sent = inTime(timestamp);
        if (!secrets.knows(project)) {
            throw refused();
        }
        byte[] body = body(exchange);
        String given = withoutScheme(signature);
        String right = secrets.matching(project, timestamp, body, given).orElseThrow(HookGate::refused);
        once(project, right, sent, () -> taker.take(signer(project), body));
    }

    /** Whose right to begin sessions comes from a key. */
    private Caller keyed(Context context) {
        Caller caller = gate.identify(context);
        if (!caller.role().covers(Role.ANALYST)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        return caller;
    }

    private static Caller sender(Caller keyed) {
        return new Caller(
                keyed.project(), AlertSessions.USER, Role.ANALYST, Caller.Means.SIGNATURE, keyed.credential());
    }

    private static Caller signer(String project) {
        return new Caller(project, AlertSessions.USER, Role.ANALYST, Caller.Means.SIGNATURE, "hook");
    }

    private static String header(Context context, String name) {
        String value = context.header(name);
        if (value == null || value.isBlank()) {
            throw ProblemException.of(
                    ProblemCode.KEY_REQUIRED,
                    "A message is signed by the headers " + MessageSignature.PROJECT + ", "
                            + MessageSignature.TIMESTAMP + " and " + MessageSignature.SIGNATURE
                            + ", or shows a key of role analyst.");
        }
        return value.strip();
    }

    private Instant inTime(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            throw refused();
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(window) > 0) {
            throw ProblemException.of(
                    ProblemCode.KEY_REFUSED,
                    "The message is older than " + window.toSeconds() + " s, or the clocks differ.");
        }
        return sent;
    }

    private static String withoutScheme(String signature) {
        if (!signature.startsWith(MessageSignature.SCHEME)) {
            throw refused();
        }
        return signature.substring(MessageSignature.SCHEME.length()).toLowerCase(Locale.ROOT);
    }

    private static ProblemException refused() {
        return ProblemException.of(ProblemCode.KEY_REFUSED, "The signature is not valid.");
    }

    private static byte[] body(Exchange exchange) {
        try {
            byte[] body = exchange.body().readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw ProblemException.of(ProblemCode.BODY_TOO_LARGE, "A message may have 512 KiB.");
            }
            return body;
        } catch (IOException cut) {
            throw ProblemException.of(ProblemCode.MALFORMED_BODY, "The body ended early.");
        }
    }

    /** Remembered for as long as its time would let it in again. */
    private void once(String project, String signature, Instant sent, Runnable work) {
        Document seen = Document.of(SEEN + project, signature, "{}")
                .until(sent.plus(window).plusSeconds(1));
        if (documents.put(seen).isEmpty()) {
            throw ProblemException.of(ProblemCode.REPLAYED);
        }
        try {
            work.run();
        } catch (RuntimeException failed) {
            documents.delete(SEEN + project, signature);
            throw failed;
        }
    }
}
