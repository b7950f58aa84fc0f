package io.troubleshooter.evidence;

import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One search. Not thread-safe. */
final class EvidenceSearch {

    private final EvidenceQuery query;
    private final int max;
    private final BooleanSupplier stop;
    private final LinePattern.@Nullable Scan scan;
    private final List<LineRef> lines = new ArrayList<>();
    private byte[] buffer = new byte[0];
    private long total;

    EvidenceSearch(EvidenceQuery query, int max, BooleanSupplier stop) {
        this.query = query;
        this.max = max;
        this.stop = stop;
        LinePattern words = query.words();
        this.scan = words == null ? null : words.scan(stop);
    }

    Hits over(List<SourceLines> sources) {
        boolean stopped = false;
        try {
            for (SourceLines source : sources) {
                if (query.covers(source.id())) {
                    over(source);
                }
            }
        } catch (LinePattern.Stopped early) {
            stopped = true;
        }
        return new Hits(List.copyOf(lines), total, stopped);
    }

    private void over(SourceLines source) {
        for (KeptPart part : source.parts()) {
            if (stop.getAsBoolean()) {
                throw new LinePattern.Stopped();
            }
            if (scan == null) {
                everyLine(source.id(), part);
            } else {
                matches(source.id(), part, scan);
            }
        }
    }

    private void everyLine(String source, KeptPart part) {
        for (int i = 0; i < part.lines(); i++) {
            take(source, part, i);
        }
    }

    private void matches(String source, KeptPart part, LinePattern.Scan words) {
        buffer = part.bytes(buffer);
        int from = 0;
        while (from < part.length()) {
            int at = words.next(buffer, from, part.length());
            if (at < 0) {
                return;
            }
            int line = part.lineAt(at);
            take(source, part, line);
            from = part.start(line + 1);
        }
    }

    private void take(String source, KeptPart part, int index) {
        long line = part.number(index);
        if (!fits(part, line)) {
            return;
        }
        total++;
        LineRef ref = LineRef.of(source, line);
        if (lines.size() < max && (lines.isEmpty() || !lines.get(lines.size() - 1).equals(ref))) {
            lines.add(ref);
        }
    }

    private boolean fits(KeptPart part, long line) {
        if (query.takesAnyRecord()) {
            return true;
        }
        int record = part.records().of(line);
        return record >= 0 && query.fits(part.records(), record);
    }
}
