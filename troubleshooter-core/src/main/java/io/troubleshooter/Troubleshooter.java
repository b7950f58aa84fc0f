package io.troubleshooter;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.input.LogSource;

/** Tells what broke, with evidence. Immutable and thread-safe; one instance serves a whole program. */
public final class Troubleshooter {

    private Troubleshooter() {}

    public static Troubleshooter create() {
        return new Troubleshooter();
    }

    /** Reads the sources to their end and diagnoses them. */
    public Diagnosis diagnose(LogSource... sources) {
        throw new IllegalStateException("owned by the facade work: " + sources.length);
    }
}
