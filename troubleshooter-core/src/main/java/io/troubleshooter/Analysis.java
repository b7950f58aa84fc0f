package io.troubleshooter;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.input.LogSource;
import org.jspecify.annotations.Nullable;

/**
 * An analysis in the making. Sources are read one after the other, each by one thread; another thread may ask for the
 * frame or the diagnosis of what has been read so far.
 */
public final class Analysis {

    private final Settings settings;

    Analysis(Settings settings) {
        this.settings = settings;
    }

    /** Reads a source to its end, as {@code S1}, {@code S2}, ... in the order of the calls. */
    public void read(LogSource source) {
        throw new IllegalStateException("comes next: " + settings + source.name());
    }

    public IncidentFrame frame() {
        throw new IllegalStateException("comes next");
    }

    /** @param question what the user wants to know, null where nothing was asked */
    public Diagnosis diagnose(@Nullable String question) {
        throw new IllegalStateException("comes next: " + question);
    }
}
