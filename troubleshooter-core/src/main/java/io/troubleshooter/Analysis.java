package io.troubleshooter;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.OfflineDiagnostician;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.evidence.EvidenceStore;
import io.troubleshooter.frame.FrameBuilder;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.talk.OfflineTalk;
import io.troubleshooter.talk.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An analysis in the making. Sources are read one after the other, each by one thread; another thread may ask for the
 * frame or the diagnosis of what has been read so far.
 */
public final class Analysis {

    private final Settings settings;
    private final RedactionSession session;
    private final List<SourceReading> readings = new ArrayList<>();
    private final long startMillis;
    private final @Nullable EvidenceStore store;

    Analysis(Settings settings) {
        this.settings = settings;
        this.session = RedactionSession.create(settings.redaction());
        this.startMillis = settings.clock().millis();
        EvidenceLimits limits = settings.evidence();
        this.store = limits == null ? null : new EvidenceStore(limits);
    }

    /**
     * Reads a source to its end, as {@code S1}, {@code S2}, ... in the order of the calls.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be read or is no text; its advice says what to do
     */
    public void read(LogSource source) {
        for (LogSource file : Sources.behind(source)) {
            begin(file).read(file);
        }
    }

    /** The frame of everything read so far. */
    public IncidentFrame frame() {
        FrameBuilder whole = new FrameBuilder(settings.frameLimits(), settings.rules());
        List<SourceSummary> summaries = new ArrayList<>();
        RedactionSummary open = RedactionSummary.NONE;
        for (SourceReading reading : begun()) {
            SourceReading.Snapshot snapshot = reading.snapshot();
            summaries.add(snapshot.summary());
            open = open.plus(snapshot.redacted());
            whole.merge(snapshot.frame(), Renumbering.NONE);
        }
        return whole.build(summaries, settings.zoneName(), session.summary().plus(open));
    }

    /** The diagnosis of everything read so far; {@code question} is what the user wants to know, null for nothing. */
    public Diagnosis diagnose(@Nullable String question) {
        RedactedText asked = question == null ? null : session.redact(question);
        IncidentFrame frame = frame();
        long millis = settings.clock().millis() - startMillis;
        return new OfflineDiagnostician(settings.rules()).diagnose(frame, asked, millis);
    }

    /**
     * The redacted lines of everything read so far.
     *
     * @return {@link Evidence#NONE} unless built with {@link Troubleshooter.Builder#keepEvidence}
     */
    public Evidence evidence() {
        if (store == null) {
            return Evidence.NONE;
        }
        EvidenceStore now = store.copy();
        for (SourceReading reading : begun()) {
            now = reading.evidence(store);
        }
        return now.evidence();
    }

    /**
     * What frame, rules and lines answer to a question by themselves.
     *
     * @return empty where the question is not understood without a model; lines are shown only where evidence is kept
     */
    public List<Statement> reply(String question) {
        Diagnosis offline = diagnose(question);
        CaseFile file = new CaseFile(offline.frame(), evidence(), offline);
        return new OfflineTalk().recognised(file, session.redact(question));
    }

    private synchronized SourceReading begin(LogSource source) {
        String id = "S" + (readings.size() + 1);
        SourceReading reading = new SourceReading(id, session.redact(source.name()), session, settings, store);
        readings.add(reading);
        return reading;
    }

    private synchronized List<SourceReading> begun() {
        return List.copyOf(readings);
    }
}
