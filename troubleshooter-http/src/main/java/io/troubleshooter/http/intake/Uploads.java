package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Secrets;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.SessionCleaner;
import io.troubleshooter.http.session.Workspace;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slots for uploads: asked for by somebody who may bring evidence, good for one sending, for minutes. Thread-safe. */
public final class Uploads implements SessionCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Where it is sent past this service it is read after that, and sending only has to begin within the address's life. */
    private static final Duration DIRECT_LIFE = Duration.ofMinutes(30);

    private static final int MOST_OPEN = 20;
    private static final int MOST_LISTED = 100; // those who ask at one moment may get some more
    private static final int LONGEST_TOKEN = 200;
    private static final String USE = "upload";

    private final Documents documents;
    private final @Nullable DirectUploads direct;
    private final Limits limits;
    private final Clock clock;

    /**
     * Slots that are kept among these documents.
     *
     * @param direct where uploads may go past this service; null where they may not
     */
    public Uploads(Documents documents, @Nullable DirectUploads direct, Limits limits, Clock clock) {
        this.documents = documents;
        this.direct = direct;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A slot as it is told.
     *
     * @param token whoever knows it may send; it is not kept
     * @param direct where it may be sent past this service; null where it may not
     */
    public record Ticket(String id, String token, Instant expires, DirectUploads.@Nullable Address direct) {}

    /** @param form {@code name}, {@code size} in bytes, {@code sha256} and {@code type}, the last two if wanted */
    public Ticket ask(Caller caller, Workspace workspace, JsonNode form) {
        if (documents.list(collection(workspace.id()), "", MOST_OPEN).size() >= MOST_OPEN) {
            throw ProblemException.after(ProblemCode.RATE_LIMITED, LIFE);
        }
        requireText(form.path("type"));
        String name = SourceName.of(form.path("name").textValue(), "upload");
        long size = size(form.path("size"));
        String sha256 = sha256(form.path("sha256"));
        DirectUploads.Address address = address(size, sha256);
        Slot slot = new Slot(
                workspace.id(),
                caller,
                workspace.conversation().redact(name).toString(),
                size,
                sha256,
                false,
                address == null ? null : address.parcel());
        String secret = Secrets.secret();
        String key = Secrets.hash(USE, secret);
        Instant expires = clock.instant().plus(address == null ? LIFE : DIRECT_LIFE);
        documents.put(Document.of(collection(workspace.id()), key, slot.write()).until(expires));
        return new Ticket(key.substring(0, 16), workspace.id() + "." + secret, expires, address);
    }

    private DirectUploads.@Nullable Address address(long size, @Nullable String sha256) {
        return direct == null || sha256 == null || size > DirectUploads.MOST ? null : direct.sign(size, sha256);
    }

    /**
     * Begins to use a slot; nobody can use it again, however the sending ends.
     *
     * @throws ProblemException {@code gone} where there is none, it was used, or its time is over
     */
    Slot use(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || token.length() > LONGEST_TOKEN) {
            throw ProblemException.of(ProblemCode.GONE);
        }
        String session = token.substring(0, dot);
        Document stored = documents
                .find(collection(session), Secrets.hash(USE, token.substring(dot + 1)))
                .orElseThrow(() -> ProblemException.of(ProblemCode.GONE));
        Slot slot = Slot.read(session, stored.json());
        Optional<Document> taken = slot.used()
                ? Optional.empty()
                : documents.put(stored.with(slot.begun().write()));
        return taken.map(mine -> slot).orElseThrow(() -> ProblemException.of(ProblemCode.GONE));
    }

    /** As if it had not been used: nothing was read. */
    void giveBack(Slot slot, String token) {
        documents
                .find(collection(slot.session()), Secrets.hash(USE, token.substring(token.indexOf('.') + 1)))
                .ifPresent(stored -> documents.put(stored.with(slot.write())));
    }

    /** @throws ProblemException {@code not_uploaded} if nothing came past this service for it */
    void requireArrived(Slot slot) {
        DirectUploads.Parcel parcel = slot.parcel();
        if (direct == null || parcel == null || !direct.isThere(parcel)) {
            throw ProblemException.of(ProblemCode.NOT_UPLOADED);
        }
    }

    /** What came past this service. */
    InputStream open(Slot slot) {
        return Objects.requireNonNull(direct).open(Objects.requireNonNull(slot.parcel()));
    }

    /** Frees the place of a slot that was used, and removes what came for it past this service. */
    void forget(Slot slot, String token) {
        try {
            remove(slot);
        } catch (TroubleshooterException failed) {
            LOG.warn("an upload could not be removed ({}); the bucket's lifecycle will", failed.code());
        }
        documents.delete(collection(slot.session()), Secrets.hash(USE, token.substring(token.indexOf('.') + 1)));
    }

    private void remove(Slot slot) {
        DirectUploads.Parcel parcel = slot.parcel();
        if (direct != null && parcel != null) {
            direct.remove(parcel);
        }
    }

    @Override
    public void forget(String session) {
        if (direct != null) {
            documents
                    .list(collection(session), "", MOST_LISTED)
                    .forEach(each -> remove(Slot.read(session, each.json())));
        }
        documents.deleteAll(collection(session));
    }

    private long size(JsonNode given) {
        long most = limits.upload().count();
        if (!given.isIntegralNumber() || !given.canConvertToLong() || given.longValue() < 1) {
            throw ProblemException.invalid("/size", "size is the number of bytes that will be sent.");
        }
        if (given.longValue() > most) {
            throw Refusals.tooLarge(most);
        }
        return given.longValue();
    }

    private static @Nullable String sha256(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        String hash = given.asText().toLowerCase(Locale.ROOT);
        if (!given.isTextual() || !hash.matches("[0-9a-f]{64}")) {
            throw ProblemException.invalid("/sha256", "sha256 has 64 hexadecimal digits.");
        }
        return hash;
    }

    private static void requireText(JsonNode type) {
        BodyType given = BodyType.of(type.textValue());
        if (!given.isText()) {
            throw ProblemException.of(ProblemCode.UNSUPPORTED_TYPE);
        }
        given.requireReadableCharset();
    }

    private static String collection(String session) {
        return "upload/" + session;
    }
}
