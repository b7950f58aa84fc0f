package io.troubleshooter.http.edge;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Secrets;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.session.SessionCleaner;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does a POST with an {@code Idempotency-Key} once, however often a client that got no answer repeats it: what was
 * answered first is answered again, for a day. Only successes are remembered, as a failure has made nothing. Whether the
 * request is the same is told by its method, path, query, type and body; the body is hashed while its handler reads it,
 * and a repeated one is read as far as the handler had read. After a crash in the middle a key is free again when its
 * lease has run out, or another instance sees that the one that had it is gone. Thread-safe.
 */
public final class Idempotency implements SessionCleaner {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final String TICKET = "tst.idempotency";
    private static final int MAX_SESSION = 128;
    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x7e&&[^\"\\\\]]{1,255})\"|([\\x21-\\x7e&&[^\"\\\\]]{1,255})");

    private final Documents documents;
    private final Instances instances;
    private final Clock clock;

    public Idempotency(Documents documents, Instances instances, Clock clock) {
        this.documents = documents;
        this.instances = instances;
        this.clock = clock;
    }

    /** A request that is being done for the first time. */
    private record Ticket(Document pending, String head, BodyDigest body, boolean secret) {}

    /**
     * Begins with a request: answers it, if it was answered before.
     *
     * @return the exchange to handle; empty if the answer was given here
     * @throws ProblemException if the key is of another request, or of one still in work
     */
    public Optional<Exchange> begin(Route route, Context context, Caller caller, String requestId) throws IOException {
        String given = context.header("Idempotency-Key");
        if (given == null
                || route.method() != HandlerType.POST
                || route.access().role() == null) {
            return Optional.of(new Exchange(context, caller, requestId));
        }
        Exchange plain = new Exchange(context, caller, requestId);
        String collection = collection(route, plain);
        String key = Secrets.hash("idempotency", caller.account() + "\n" + key(given));
        String head = head(context);
        Optional<Document> known = documents.find(collection, key);
        if (known.isPresent() && !isLeft(known.get())) {
            repeat(Kept.read(known.get().json()), head, plain);
            return Optional.empty();
        }
        BodyDigest body = new BodyDigest(context.bodyInputStream());
        context.attribute(
                TICKET, new Ticket(pending(known, collection, key, head), head, body, route.is(Route.Trait.SECRET)));
        return Optional.of(new Exchange(context, caller, requestId, body));
    }

    /** What is of a session is kept with it, so that it goes with it. */
    private static String collection(Route route, Exchange exchange) {
        if (!route.ofSession()) {
            return "idempotency/" + exchange.caller().project();
        }
        String session = exchange.session();
        if (session.length() > MAX_SESSION) {
            throw ProblemException.of(ProblemCode.SESSION_NOT_FOUND);
        }
        return ofSession(session);
    }

    private static String ofSession(String session) {
        return "idempotency-of-session/" + session;
    }

    @Override
    public void forget(String session) {
        documents.deleteAll(ofSession(session));
    }

    private static String key(String header) {
        Matcher matcher = KEY.matcher(header.strip());
        if (!matcher.matches()) {
            throw ProblemException.invalid(
                    "Idempotency-Key:", "An Idempotency-Key has 1 to 255 printable ASCII characters, best in quotes.");
        }
        String quoted = matcher.group(1);
        return quoted != null ? quoted : matcher.group(2);
    }

    private static String head(Context context) {
        return Secrets.hash(
                "request",
                String.join(
                        "\n",
                        context.req().getMethod(),
                        context.req().getRequestURI(),
                        String.valueOf(context.queryString()),
                        String.valueOf(context.contentType()),
                        String.valueOf(context.header("Content-Encoding"))));
    }

    /** Of an instance that is gone, in the middle of it. */
    private boolean isLeft(Document known) {
        Kept kept = Kept.read(known.json());
        return instances.shared() && kept.body() == null && instances.isGone(kept.worker());
    }

    private Document pending(Optional<Document> left, String collection, String key, String head) {
        String json = Kept.pending(head, instances.id()).write();
        Document entry = left.orElse(Document.of(collection, key, json));
        return documents
                .put(entry.with(json).until(clock.instant().plus(LEASE)))
                .orElseThrow(() -> ProblemException.after(ProblemCode.IN_PROGRESS, ASK_AGAIN));
    }

    private static void repeat(Kept kept, String head, Exchange exchange) throws IOException {
        if (!kept.head().equals(head)) {
            throw ProblemException.of(ProblemCode.KEY_REUSED);
        }
        BodyDigest.Read body = kept.body();
        if (body == null) {
            throw ProblemException.after(ProblemCode.IN_PROGRESS, ASK_AGAIN);
        }
        if (!body.isOf(exchange.body())) {
            throw ProblemException.of(ProblemCode.KEY_REUSED);
        }
        if (kept.secret()) {
            throw ProblemException.of(
                    ProblemCode.GONE, "The answer to this request had a secret in it, which is shown once.");
        }
        kept.give(exchange.context());
    }

    /** Ends with a request, when its answer is known and not yet sent. */
    public void end(Context context) throws IOException {
        Ticket ticket = context.attribute(TICKET);
        if (ticket == null) {
            return;
        }
        int status = context.statusCode();
        if (status < 200 || status >= 300) {
            documents.delete(ticket.pending().collection(), ticket.pending().key());
            return;
        }
        Kept kept = Kept.of(ticket.head(), ticket.body().soFar(), context, ticket.secret());
        documents.put(ticket.pending().with(kept.write()).until(clock.instant().plus(KEPT)));
    }
}
