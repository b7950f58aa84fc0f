package io.troubleshooter.http.hook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What was told last of each session, so that the same is told once. Thread-safe. */
@FunctionalInterface
interface ToldNotices {

    int SESSIONS_REMEMBERED = 10_000;

    Duration REMEMBERED = Duration.ofDays(7);

    /** Whether it is not what was told last; from now on it is. */
    boolean isNews(String session, String essence);

    /** For the only instance. */
    static ToldNotices inMemory() {
        Cache<String, String> told =
                Caffeine.newBuilder().maximumSize(SESSIONS_REMEMBERED).build();
        return (session, essence) -> !essence.equals(told.asMap().put(session, essence));
    }

    /** For all instances: of two that come to the same at once, one tells it. */
    static ToldNotices in(Documents documents, Clock clock) {
        return (session, essence) -> {
            String json = "{\"essence\":\"" + Secrets.hash("notice", essence) + "\"}";
            Optional<Document> before = documents.find("notice-told/" + session, "last");
            if (before.filter(known -> known.json().equals(json)).isPresent()) {
                return false;
            }
            Document next = before.orElse(Document.of("notice-told/" + session, "last", json));
            return documents
                    .put(next.with(json).until(clock.instant().plus(REMEMBERED)))
                    .isPresent();
        };
    }
}
