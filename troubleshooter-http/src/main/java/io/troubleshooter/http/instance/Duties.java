package io.troubleshooter.http.instance;

import io.troubleshooter.guard.Documents;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Work in the background that one instance does for all. Thread-safe. */
public final class Duties {

    private final Instances instances;
    private final Documents documents;
    private final Clock clock;
    private final Map<String, Lease> mine = new ConcurrentHashMap<>();

    Duties(Instances instances, Documents documents, Clock clock) {
        this.instances = instances;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Whether it falls to this instance now. Whoever has a duty keeps it, as long as it asks again in time.
     *
     * @param life after which another one takes it, if nobody asks
     */
    public boolean isMine(String duty, Duration life) {
        if (!instances.shared()) {
            return true;
        }
        Lease known = mine.remove(duty);
        if (known != null && known.renew()) {
            mine.put(duty, known);
            return true;
        }
        Lease.take(documents, clock, "duty/" + duty, instances.id(), life).ifPresent(taken -> mine.put(duty, taken));
        return mine.containsKey(duty);
    }

    void leave() {
        mine.values().forEach(Lease::release);
        mine.clear();
    }
}
