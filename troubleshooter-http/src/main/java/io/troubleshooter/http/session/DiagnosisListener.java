package io.troubleshooter.http.session;

import io.troubleshooter.diagnosis.Diagnosis;
import java.util.List;

/**
 * Told when a session has a new diagnosis, after what led to it has been stored. Called on the thread that made it, so
 * that an implementation takes note and returns; it throws nothing. Thread-safe.
 */
@FunctionalInterface
public interface DiagnosisListener {

    /** For services that tell nobody. */
    DiagnosisListener NONE = (workspace, diagnosis) -> {};

    /** Tells each of them, in this order. */
    static DiagnosisListener all(List<DiagnosisListener> listeners) {
        List<DiagnosisListener> all = List.copyOf(listeners);
        return (workspace, diagnosis) -> all.forEach(each -> each.ready(workspace, diagnosis));
    }

    /**
     * Tells of a diagnosis.
     *
     * @param diagnosis the newest: verified, and redacted throughout
     */
    void ready(Workspace workspace, Diagnosis diagnosis);
}
