package io.troubleshooter.http.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Logins of browsers: a random word in a cookie, kept as a hash. One made with a key lives no longer than the key and
 * has its role, also where that was changed or revoked meanwhile; one made with a token lives no longer than that.
 * Thread-safe.
 */
public final class Logins {

    private static final String COLLECTION = "login";

    private final Documents documents;
    private final ApiKeys keys;
    private final Duration life;
    private final Clock clock;

    public Logins(Documents documents, ApiKeys keys, Duration life, Clock clock) {
        this.documents = documents;
        this.keys = keys;
        this.life = life;
        this.clock = clock;
    }

    /**
     * A login just made.
     *
     * @param cookie what the browser keeps
     * @param csrf what its page has to send besides the cookie
     */
    public record Login(Caller caller, String cookie, String csrf, Instant expires) {}

    /** @param proof who calls, and until when that is shown */
    public Login create(Proof proof) {
        Instant end = clock.instant().plus(life);
        Instant expires = proof.expires().isBefore(end) ? proof.expires() : end;
        String cookie = Secrets.secret();
        Document login =
                Document.of(COLLECTION, hash(cookie), json(proof.caller()).toString());
        documents.add(login.until(expires));
        return new Login(proof.caller(), cookie, csrf(cookie), expires);
    }

    private static ObjectNode json(Caller caller) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (caller.means() == Caller.Means.KEY) {
            return json.put("key", caller.credential());
        }
        json.put("project", caller.project()).put("user", caller.user());
        return json.put("role", caller.role().word()).put("credential", caller.credential());
    }

    public Optional<Caller> find(String cookie) {
        return documents.find(COLLECTION, hash(cookie)).flatMap(login -> caller(ApiKeyJson.tree(login.json())));
    }

    private Optional<Caller> caller(JsonNode login) {
        if (login.has("key")) {
            return keys.byId(login.path("key").asText()).map(key -> key.caller(Caller.Means.LOGIN));
        }
        return Role.named(login.path("role").asText())
                .map(role -> new Caller(
                        login.path("project").asText(),
                        login.path("user").asText(),
                        role,
                        Caller.Means.LOGIN,
                        login.path("credential").asText()));
    }

    public void end(String cookie) {
        documents.delete(COLLECTION, hash(cookie));
    }

    /** Follows from the cookie, which scripts cannot read, and from nothing that is stored. */
    public static String csrf(String cookie) {
        return Secrets.hash("csrf", cookie);
    }

    private static String hash(String cookie) {
        return Secrets.hash("login", cookie);
    }
}
