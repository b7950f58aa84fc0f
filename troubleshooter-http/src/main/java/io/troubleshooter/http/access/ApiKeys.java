package io.troubleshooter.http.access;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.redact.Redactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all projects: {@code tst_ID_SECRET}, shown once, kept as a hash. Revoked and expired keys are removed.
 * Thread-safe.
 */
public final class ApiKeys {

    /** How every key begins, so that scanners for leaked secrets know one when they see it. */
    public static final String PREFIX = "tst_";

    private static final Pattern KEY = Pattern.compile(PREFIX + "([0-9a-f]{16})_[A-Za-z0-9_-]{43}");
    private static final String PROJECTS = "key-project";
    private static final Duration USE_IS_WRITTEN_EACH = Duration.ofHours(1);

    private final Documents documents;
    private final Clock clock;

    public ApiKeys(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** A key just made: {@code secret} is all of it, and nobody can see it again. */
    public record Made(ApiKey key, String secret) {}

    /**
     * Makes a key.
     *
     * @param project {@link Names#isProject}
     * @param user {@link Names#isUser}
     * @param name what it is for; redacted before it is kept
     * @param life null for one that never expires
     */
    public Made create(String project, String user, Role role, String name, @Nullable Duration life) {
        if (!Names.isProject(project) || !Names.isUser(user)) {
            throw new IllegalArgumentException("no name of a project or user");
        }
        Instant now = clock.instant();
        String id = Secrets.id();
        String secret = PREFIX + id + "_" + Secrets.secret();
        ApiKey key = new ApiKey(
                id,
                project,
                user,
                role,
                Redactor.create().redact(name).toString(),
                now,
                life == null ? null : now.plus(life),
                null,
                hash(secret));
        store(key);
        return new Made(key, secret);
    }

    private void store(ApiKey key) {
        Document entry = Document.of(collection(key.project()), key.id(), ApiKeyJson.write(key));
        Document owner = Document.of(PROJECTS, key.id(), "\"" + key.project() + "\"");
        Instant expires = key.expires();
        documents.add(expires == null ? entry : entry.until(expires));
        documents.add(expires == null ? owner : owner.until(expires));
    }

    /** The key that this is, if it is one and valid now. */
    public Optional<ApiKey> find(String presented) {
        Matcher form = KEY.matcher(presented);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<ApiKey> found = byId(form.group(1)).filter(key -> Secrets.same(key.hash(), hash(presented)));
        found.ifPresent(this::used);
        return found;
    }

    /** The key with this id, if it is valid now. */
    Optional<ApiKey> byId(String id) {
        return documents
                .find(PROJECTS, id)
                .flatMap(owner ->
                        documents.find(collection(ApiKeyJson.tree(owner.json()).asText()), id))
                .map(entry -> ApiKeyJson.read(entry.json()))
                .filter(key -> key.livesAt(clock.instant()));
    }

    /** Writes when it was used, to the hour: a writing per call would cost more than it tells. */
    private void used(ApiKey key) {
        Instant now = clock.instant();
        Instant last = key.lastUsed();
        if (last == null || !now.isBefore(last.plus(USE_IS_WRITTEN_EACH))) {
            documents
                    .find(collection(key.project()), key.id())
                    .ifPresent(entry -> documents.put(entry.with(ApiKeyJson.write(key.usedAt(now)))));
        }
    }

    /**
     * Keys of a project by id.
     *
     * @param after id after which to begin; empty for the beginning
     * @param limit 1 to 1,000
     */
    public List<ApiKey> list(String project, String after, int limit) {
        return documents.list(collection(project), after, limit).stream()
                .map(entry -> ApiKeyJson.read(entry.json()))
                .toList();
    }

    /** @return whether the project had such a key */
    public boolean revoke(String project, String id) {
        boolean known = documents.delete(collection(project), id);
        if (known) {
            documents.delete(PROJECTS, id);
        }
        return known;
    }

    private static String collection(String project) {
        return "key/" + project;
    }

    private static String hash(String key) {
        return Secrets.hash("key", key);
    }
}
