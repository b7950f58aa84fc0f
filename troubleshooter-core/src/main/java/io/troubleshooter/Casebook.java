package io.troubleshooter;

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
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one conversation. Sources are read one call after the other; each call is kept as a whole or not at
 * all. Everybody else sees what was kept last and never waits for a reader.
 */
final class Casebook {

    private final Settings settings;
    private final RedactionSession session;
    private final FrameBuilder total;
    private final List<SourceReading.Finished> sources = new ArrayList<>();
    private EvidenceStore kept;
    private volatile Page page;

    Casebook(Settings settings, EvidenceLimits limits) {
        this.settings = settings;
        this.session = RedactionSession.create(settings.redaction());
        this.total = new FrameBuilder(settings.frameLimits(), settings.rules());
        this.kept = new EvidenceStore(limits);
        this.page = current();
    }

    /**
     * What was read up to some moment. Immutable.
     *
     * @param frameBytes that the frame takes, together with what it is made of
     */
    record Page(IncidentFrame frame, Evidence evidence, long frameBytes) {}

    /** Takes what was read to where it is kept for good; what it throws ends the reading. */
    @FunctionalInterface
    interface Keeper {
        void keep(List<SourceReading.Finished> sources, Evidence evidence);
    }

    /** What everything new in this conversation has to pass. */
    RedactionSession session() {
        return session;
    }

    Page page() {
        return page;
    }

    /** About how many bytes of memory it takes. */
    long bytes() {
        Page now = page;
        return now.evidence().bytes() + session.bytes() + now.frameBytes();
    }

    /**
     * Reads on. If what is given cannot be read or kept, or giving it fails, all is as it was before.
     *
     * @param giver hands the sources to the reader, one after the other
     * @return their ids
     */
    synchronized List<String> add(Consumer<Consumer<LogSource>> giver, Keeper keeper) {
        EvidenceStore trial = kept.copy();
        List<SourceReading> readings = new ArrayList<>();
        giver.accept(source -> read(Sources.behind(source), trial, readings));
        List<SourceReading.Finished> finished =
                readings.stream().map(SourceReading::finished).toList();
        keeper.keep(finished, trial.evidence());
        readings.forEach(reading -> reading.mergeInto(total));
        sources.addAll(finished);
        kept = trial;
        page = current();
        return finished.stream().map(SourceReading.Finished::id).toList();
    }

    /** Reads a stored source again; what is known of it beside its lines is as it was. */
    synchronized void readAgain(LogSource stored, SourceJson.@Nullable Known known) {
        LineRef gap = known == null ? null : known.gap();
        if (gap != null) {
            kept.leaveOut(gap.source(), gap.first(), gap.last());
        }
        List<SourceReading> readings = new ArrayList<>();
        read(List.of(stored), kept, readings);
        SourceReading reading = readings.get(0);
        reading.mergeInto(total);
        sources.add(known == null ? reading.finished() : known.source(reading.finished()));
        page = current();
    }

    private void read(List<LogSource> files, EvidenceStore into, List<SourceReading> readings) {
        for (LogSource file : files) {
            String id = "S" + (sources.size() + readings.size() + 1);
            RedactedText name = session.redact(file.name());
            SourceReading reading = new SourceReading(id, name, session, settings, into);
            reading.read(file);
            readings.add(reading);
        }
    }

    private Page current() {
        List<SourceSummary> summaries = new ArrayList<>();
        RedactionSummary redacted = RedactionSummary.NONE;
        Evidence evidence = kept.evidence();
        for (SourceReading.Finished source : sources) {
            summaries.add(source.summary(evidence.missing(source.id())));
            redacted = redacted.plus(source.redacted());
        }
        return new Page(total.build(summaries, settings.zoneName(), redacted), evidence, total.bytes());
    }
}
