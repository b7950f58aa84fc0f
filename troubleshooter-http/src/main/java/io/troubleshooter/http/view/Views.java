package io.troubleshooter.http.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.troubleshooter.frame.IncidentFrame;

/** What is made of a session's evidence once and shown many times. Forgotten with the evidence. Thread-safe. */
public final class Views {

    private final Cache<IncidentFrame, Prepared> prepared =
            Caffeine.newBuilder().weakKeys().build();

    /** What is prepared of the evidence; made by whoever asks first. */
    Prepared of(Snapshot snapshot) {
        return prepared.get(snapshot.frame(), frame -> Prepared.of(frame, snapshot.evidence()));
    }
}
