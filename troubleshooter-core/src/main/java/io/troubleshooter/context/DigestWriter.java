package io.troubleshooter.context;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills the budget with the most valuable lines and writes them in the order in which they stand. */
final class DigestWriter {

    /** A reference, its space and line break, a mark for a gap: what a line takes besides its text. */
    private static final int PER_LINE = 18;

    private static final int PER_SOURCE = 60;
    private static final int NEIGHBOURS = 2;

    /** So many of the best lines are shown with those beside them, though they say nothing new: they tell the time. */
    private static final int TOP = 10;

    private final IncidentFrame frame;
    private final Evidence evidence;
    private final Map<String, TreeMap<Long, Shown>> chosen = new HashMap<>();
    private final Set<String> texts = new HashSet<>();
    private long bytesLeft;
    private boolean omitted;

    private record Shown(RedactedText text, long count) {}

    DigestWriter(IncidentFrame frame, Evidence evidence, int budget) {
        this.frame = frame;
        this.evidence = evidence;
        this.bytesLeft = bytes(budget) - (long) PER_SOURCE * evidence.sources().size();
    }

    /** As many bytes as surely are no more tokens than that. */
    private static long bytes(int tokens) {
        long bytes = tokens * 2L;
        while (TokenEstimate.ofBytes(bytes + 1) <= tokens) {
            bytes++;
        }
        return bytes;
    }

    EvidenceDigest write(Worth worth) {
        List<Worth.Line> ranked = worth.ranked();
        for (Worth.Line line : ranked) {
            choose(line.ref, line.count, line.value >= 8 || (line.count > 1 && line.count <= 5));
        }
        for (int distance = 1; distance <= NEIGHBOURS; distance++) {
            addNeighbours(ranked, distance, false);
        }
        addNeighbours(ranked.subList(0, Math.min(TOP, ranked.size())), 1, true);
        return digest();
    }

    private void addNeighbours(List<Worth.Line> ranked, int distance, boolean anyway) {
        boolean before = omitted;
        for (Worth.Line line : ranked) {
            long number = line.ref.first();
            if (number > distance) {
                choose(LineRef.of(line.ref.source(), number - distance), 1, anyway);
            }
            choose(LineRef.of(line.ref.source(), number + distance), 1, anyway);
        }
        omitted = before;
    }

    /** @param anyway whether it is shown though a line of the same words already is */
    private void choose(LineRef ref, long count, boolean anyway) {
        TreeMap<Long, Shown> ofSource = chosen.computeIfAbsent(ref.source(), source -> new TreeMap<>());
        RedactedText text = ofSource.containsKey(ref.first()) ? null : evidence.text(ref);
        if (text == null || text.isEmpty()) {
            return;
        }
        RedactedText clipped = LineClip.of(text);
        if (!texts.add(SameWords.of(clipped)) && !anyway) {
            return;
        }
        long cost = (long) clipped.length() + PER_LINE + (count > 1 ? 8 : 0);
        if (cost > bytesLeft) {
            omitted = true;
            return;
        }
        bytesLeft -= cost;
        ofSource.put(ref.first(), new Shown(clipped, count));
    }

    private EvidenceDigest digest() {
        RedactedJoiner joiner = null;
        List<LineRef> lines = new ArrayList<>();
        for (String source : evidence.sources()) {
            joiner = writeSource(source, joiner, lines);
        }
        RedactedText text = joiner == null ? null : joiner.join();
        return new EvidenceDigest(text, List.copyOf(lines), text == null ? 0 : TokenEstimate.of(text), omitted);
    }

    private @Nullable RedactedJoiner writeSource(String source, @Nullable RedactedJoiner begun, List<LineRef> lines) {
        TreeMap<Long, Shown> ofSource = chosen.getOrDefault(source, new TreeMap<>());
        RedactedText any = evidence.text(LineRef.of(source, 1));
        if (any == null) {
            return begun;
        }
        RedactedJoiner out = begun == null ? any.joiner() : begun.append(Mark.NEWLINE);
        writeHead(source, out);
        long before = 0;
        for (Map.Entry<Long, Shown> line : ofSource.entrySet()) {
            out.append(Mark.NEWLINE);
            if (line.getKey() > before + 1) {
                out.append(Mark.ELLIPSIS).append(Mark.NEWLINE);
            }
            before = line.getKey();
            lines.add(LineRef.of(source, before));
            writeLine(lines.get(lines.size() - 1), line.getValue(), out);
        }
        if (before < evidence.lines(source)) {
            out.append(Mark.NEWLINE).append(Mark.ELLIPSIS);
        }
        return out;
    }

    private static void writeLine(LineRef ref, Shown shown, RedactedJoiner out) {
        out.append(ref).append(Mark.SPACE).append(shown.text());
        if (shown.count() > 1) {
            out.append(Mark.TIMES).append(shown.count());
        }
    }

    /** What the source is: {@code S1:1-2431: app.log}. */
    private void writeHead(String source, RedactedJoiner out) {
        out.append(new LineRef(source, 1, evidence.lines(source)));
        for (SourceSummary summary : frame.sources()) {
            if (summary.id().equals(source)) {
                RedactedText name = summary.name();
                out.append(Mark.COLON).append(name.slice(0, nameEnd(name)));
            }
        }
    }

    private static int nameEnd(RedactedText name) {
        int end = Math.min(name.length(), 40);
        while (end > 0 && end < name.length() && (name.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }
}
