package io.troubleshooter.http.work;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.instance.Complaints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Logs of questions that other instances answer, for those who watch them here: one for all of them, read on as long as
 * somebody watches. Thread-safe.
 */
final class Mirrors {

    private static final int PAGE = 50;

    /** Somebody who asked for the log has begun to watch it by then. */
    private static final Duration UNWATCHED = Duration.ofSeconds(10);

    /** Where nothing comes for so long, it is looked what has become of the question. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Complaints complaints = new Complaints(LoggerFactory.getLogger(Mirrors.class));
    private final Documents documents;
    private final QuestionStore store;
    private final Clock clock;
    private final Map<String, Mirror> mirrors = new ConcurrentHashMap<>();

    Mirrors(Documents documents, QuestionStore store, Clock clock) {
        this.documents = documents;
        this.store = store;
        this.clock = clock;
    }

    /** The log of a question that is answered elsewhere, with what there is of it. */
    EventLog of(Question question) {
        Mirror mirror = mirrors.computeIfAbsent(question.place(), unseen -> new Mirror(question));
        mirror.read();
        return mirror.log;
    }

    /**
     * The log of a question that was answered elsewhere.
     *
     * @return null where it is not kept from its beginning to its end
     */
    @Nullable
    EventLog ofEnded(Question question) {
        Mirror mirror = mirrors.getOrDefault(question.place(), new Mirror(question));
        mirror.read();
        return mirror.log.endedAt(question.events()) && !mirror.log.interrupted() ? mirror.log : null;
    }

    /** Reads on. */
    void read() {
        for (Map.Entry<String, Mirror> each : List.copyOf(mirrors.entrySet())) {
            try {
                if (each.getValue().isDone()) {
                    mirrors.remove(each.getKey());
                } else {
                    each.getValue().read();
                    each.getValue().look();
                }
            } catch (RuntimeException unavailable) {
                complaints.say("events of a question elsewhere are not read", unavailable);
            }
        }
    }

    void forget(String session) {
        mirrors.keySet().removeIf(place -> place.startsWith(session + "/"));
    }

    /** Ends all; who watched comes back. */
    void close() {
        mirrors.values().forEach(mirror -> mirror.log.close());
    }

    /** A log that follows the one of another instance. */
    private final class Mirror {

        private final Question question;
        private final EventLog log = new EventLog(0);
        private String at;
        private Instant news = clock.instant();

        Mirror(Question question) {
            this.question = question;
            this.at = SharedEvents.prefix(question.number());
        }

        /** Reads what has come. */
        synchronized void read() {
            List<Document> page;
            do {
                page = documents.list(SharedEvents.collection(question.session()), at, PAGE).stream()
                        .takeWhile(each -> each.key().startsWith(SharedEvents.prefix(question.number())))
                        .toList();
                page.forEach(this::add);
            } while (page.size() == PAGE);
        }

        private void add(Document document) {
            EventBatch batch = EventBatch.read(document.json());
            at = document.key();
            news = clock.instant();
            log.copy(batch.events(), batch.last());
        }

        /** Where its worker says nothing any more, those who watch come back to what is stored. */
        synchronized void look() {
            if (news.plus(SILENCE).isAfter(clock.instant())) {
                return;
            }
            news = clock.instant();
            Optional<Question> now = store.find(question.session(), question.number());
            if (now.map(each -> each.state().over()).orElse(true)) {
                read();
                log.close();
            }
        }

        synchronized boolean isDone() {
            return !log.watched() && news.plus(UNWATCHED).isBefore(clock.instant());
        }
    }
}
