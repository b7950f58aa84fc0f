package io.troubleshooter.http.work;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.instance.Complaints;
import io.troubleshooter.http.work.EventLog.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Keeps the events of questions that are answered here, as they come and for a while afterwards, for those who watch
 * elsewhere or come back to another instance: under the same ids, so that it makes no difference where they come to.
 * What cannot be kept is not: the answer itself is in the session. Thread-safe.
 */
final class SharedEvents {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Complaints complaints = new Complaints(LoggerFactory.getLogger(SharedEvents.class));
    private final Documents documents;
    private final Clock clock;
    private final Map<LiveQuestion, Long> kept = new ConcurrentHashMap<>();

    SharedEvents(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    static String collection(String session) {
        return "question-events/" + session;
    }

    /** How the keys of a question begin. */
    static String prefix(int number) {
        return String.format("%08d-", number);
    }

    /** From now on, {@link #keep} keeps its events. */
    void add(LiveQuestion question) {
        kept.put(question, 0L);
    }

    /** Keeps what has come since the last time. */
    void keep() {
        kept.keySet().forEach(this::keep);
    }

    /** Keeps what is left; nothing comes any more. */
    void end(LiveQuestion question) {
        keep(question);
        kept.remove(question);
    }

    private void keep(LiveQuestion question) {
        synchronized (question) {
            try {
                Long from = kept.get(question);
                while (from != null && question.log().last() > from) {
                    from = keep(question, from);
                    kept.replace(question, from);
                }
            } catch (RuntimeException unavailable) {
                complaints.say("events of a question are not kept for others yet", unavailable);
            }
        }
    }

    private long keep(LiveQuestion question, long from) {
        EventLog log = question.log();
        List<Event> events = next(log, from);
        if (events.isEmpty()) {
            return log.last();
        }
        long last = events.get(events.size() - 1).id();
        String json = new EventBatch(events, log.endedAt(last) && !log.interrupted()).write();
        if (json.length() <= Document.MAX_JSON) {
            Question now = question.now();
            String key =
                    prefix(now.number()) + String.format("%019d", events.get(0).id());
            documents.put(Document.of(collection(now.session()), key, json)
                    .until(clock.instant().plus(KEPT)));
        }
        return last;
    }

    private static List<Event> next(EventLog log, long from) {
        List<Event> events = new ArrayList<>();
        int bytes = 0;
        Event event = log.after(from);
        while (event != null && (events.isEmpty() || bytes + event.frame().length <= EventBatch.MAX_BYTES)) {
            events.add(event);
            bytes += event.frame().length;
            event = log.after(event.id());
        }
        return events;
    }

    void forget(String session) {
        documents.deleteAll(collection(session));
    }
}
