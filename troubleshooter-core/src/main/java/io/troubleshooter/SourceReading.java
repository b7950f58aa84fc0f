package io.troubleshooter;

import io.troubleshooter.evidence.EvidenceStore;
import io.troubleshooter.evidence.KeptPart;
import io.troubleshooter.frame.FrameBuilder;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.input.BlockReader;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.input.RawBlock;
import io.troubleshooter.record.SourceProfile;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.redact.Renumbering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one source: parts are worked on as they come, side by side where an executor allows it, and merged in
 * their order. One thread reads; others may take a {@link #snapshot}.
 */
final class SourceReading {

    private final String id;
    private final RedactedText name;
    private final RedactionSession session;
    private final Settings settings;
    private final FrameBuilder total;
    private final Deque<CompletableFuture<HalfFrame>> inWork = new ArrayDeque<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<RawBlock> gathered = new ArrayList<>();
    private final @Nullable EvidenceStore store;
    private RedactionSummary redacted = RedactionSummary.NONE;
    private long lines;
    private List<RawBlock> before = List.of();
    private @Nullable SourceProfile profile;
    private @Nullable BlockReader reader;

    SourceReading(
            String id, RedactedText name, RedactionSession session, Settings settings, @Nullable EvidenceStore store) {
        this.id = id;
        this.session = session;
        this.settings = settings;
        this.name = name;
        this.store = store;
        this.total = new FrameBuilder(settings.frameLimits(), settings.rules());
    }

    void read(LogSource source) {
        try (BlockReader blocks = BlockReader.open(source, settings.inputLimits())) {
            reader = blocks;
            RawBlock block;
            while ((block = blocks.next()) != null) {
                gather(block);
            }
            finish();
        }
    }

    /** To be called at the end, once: takes what was read into the frame of more sources. */
    synchronized void mergeInto(FrameBuilder whole) {
        whole.merge(total, Renumbering.NONE);
    }

    /** What is known of the source at its end. */
    synchronized Finished finished() {
        return new Finished(summary(total, lines), redacted);
    }

    /**
     * A source that was read to its end.
     *
     * @param read without a note on lines that were not kept
     * @param redacted what was redacted in it
     */
    record Finished(SourceSummary read, RedactionSummary redacted) {

        String id() {
            return read.id();
        }

        /** @param missing lines that are no longer kept */
        SourceSummary summary(long missing) {
            List<String> notes = withMissing(read.notes(), missing);
            return new SourceSummary(
                    read.id(),
                    read.name(),
                    read.lines(),
                    read.bytes(),
                    read.records(),
                    read.plainLines(),
                    read.cutLines(),
                    read.formats(),
                    notes);
        }
    }

    /** What has been read so far, the part in the making included. */
    synchronized Snapshot snapshot() {
        while (!inWork.isEmpty()) {
            mergeOldest();
        }
        FrameBuilder copy = new FrameBuilder(settings.frameLimits(), settings.rules());
        copy.merge(total, Renumbering.NONE);
        if (gathered.isEmpty()) {
            return new Snapshot(copy, withMissing(summary(copy, lines)), RedactionSummary.NONE);
        }
        HalfFrame open = work(new Part(List.copyOf(gathered), before)).join();
        copy.merge(open.frame(), session.preview(open.redactor()));
        long last = Math.max(lines, open.lastLine());
        return new Snapshot(
                copy, withMissing(summary(copy, last)), open.redactor().summary());
    }

    /** The lines kept so far and those of the part in the making; later sources are not read yet. */
    synchronized EvidenceStore evidence(EvidenceStore kept) {
        while (!inWork.isEmpty()) {
            mergeOldest();
        }
        EvidenceStore copy = kept.copy();
        if (!gathered.isEmpty()) {
            HalfFrame open = work(new Part(List.copyOf(gathered), before)).join();
            keep(open, session.preview(open.redactor()), copy);
        }
        return copy;
    }

    private void keep(HalfFrame half, Renumbering renumbering, @Nullable EvidenceStore into) {
        KeptPart part = half.kept();
        if (into != null && part != null) {
            into.add(id, part.renumbered(renumbering));
        }
    }

    /**
     * @param redacted what was redacted in the part in the making, which the session does not count yet
     */
    record Snapshot(FrameBuilder frame, SourceSummary summary, RedactionSummary redacted) {}

    private SourceSummary summary(FrameBuilder frame, long lastLine) {
        BlockReader blocks = reader;
        return new SourceSummary(
                id,
                name,
                lastLine,
                blocks == null ? 0 : blocks.bytesRead(),
                frame.records(),
                frame.formats().getOrDefault("plain", 0L),
                blocks == null ? 0 : blocks.cutLines(),
                Map.copyOf(frame.formats()),
                blocks == null ? List.of() : notes(blocks));
    }

    private List<String> notes(BlockReader blocks) {
        List<String> all = new ArrayList<>(notes);
        if (blocks.cutLines() > 0) {
            all.add("lines longer than " + settings.inputLimits().lineBytes() + " bytes were cut: "
                    + blocks.cutLines());
        }
        if (blocks.limitReached()) {
            all.add("only the first " + blocks.bytesRead() + " bytes were read");
        }
        if (blocks.endedEarly()) {
            all.add("the input ended in the middle: what came before that was read");
        }
        return List.copyOf(all);
    }

    private SourceSummary withMissing(SourceSummary read) {
        return new Finished(read, RedactionSummary.NONE).summary(store == null ? 0 : store.missing(id));
    }

    private static List<String> withMissing(List<String> notes, long missing) {
        if (missing == 0) {
            return notes;
        }
        List<String> all = new ArrayList<>(notes);
        all.add("lines in the middle that are analysed but can no longer be searched or shown: " + missing);
        return List.copyOf(all);
    }

    private synchronized void gather(RawBlock block) {
        gathered.add(block);
        if (block.endsPart()) {
            submit();
        }
    }

    private synchronized void finish() {
        if (!gathered.isEmpty()) {
            submit();
        }
        while (!inWork.isEmpty()) {
            mergeOldest();
        }
    }

    private void submit() {
        Part part = new Part(List.copyOf(gathered), before);
        gathered.clear();
        before = part.ending();
        inWork.addLast(work(part));
        if (inWork.size() > settings.parallelism()) {
            mergeOldest();
        }
    }

    private CompletableFuture<HalfFrame> work(Part part) {
        Redactor redactor = session.newRedactor();
        SourceProfile known = profile;
        if (known == null) {
            return CompletableFuture.completedFuture(first(part, redactor));
        }
        return CompletableFuture.supplyAsync(
                () -> HalfFrame.read(id, part.redact(redactor), redactor, known, settings), settings.executor());
    }

    /** The first part decides what the source looks like; the others are read by that. */
    private HalfFrame first(Part part, Redactor redactor) {
        List<RedactedBlock> blocks = part.redact(redactor);
        SourceProfile found = SourceProfile.of(Part.head(blocks, SourceProfile.HEAD_LINES));
        if (part.last().endsPart()) {
            profile = found;
        }
        return HalfFrame.read(id, blocks, redactor, found, settings);
    }

    private void mergeOldest() {
        HalfFrame half = inWork.removeFirst().join();
        Renumbering renumbering = session.adopt(half.redactor());
        total.merge(half.frame(), renumbering);
        keep(half, renumbering, store);
        lines = Math.max(lines, half.lastLine());
        notes.addAll(half.notes());
        redacted = redacted.plus(half.redactor().summary());
    }
}
