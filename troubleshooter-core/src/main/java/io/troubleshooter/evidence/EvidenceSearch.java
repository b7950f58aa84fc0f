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
    private final List<Hits.Hit> found = new ArrayList<>();
    private byte[] buffer = new byte[0];
    private long total;
    private boolean onlyFirst;

    EvidenceSearch(EvidenceQuery query, int max, BooleanSupplier stop) {
        this.query = query;
        this.max = max;
        this.stop = stop;
        LinePattern words = query.words();
        this.scan = words == null ? null : words.scan(stop);
    }

    /** Lets the search end when as many are found as are wanted. */
    EvidenceSearch onlyFirst() {
        onlyFirst = true;
        return this;
    }

    private boolean done() {
        return onlyFirst && found.size() == max;
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
        return new Hits(List.copyOf(found), total, stopped);
    }

    private void over(SourceLines source) {
        for (KeptPart part : source.parts()) {
            if (done()) {
                return;
            }
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
        for (int i = 0; i < part.lines() && !done(); i++) {
            take(source, part, i, 0);
        }
    }

    private void matches(String source, KeptPart part, LinePattern.Scan words) {
        buffer = part.bytes(buffer);
        int from = 0;
        while (from < part.length() && !done()) {
            int at = words.next(buffer, from, part.length());
            if (at < 0) {
                return;
            }
            int line = part.lineAt(at);
            take(source, part, line, at - part.start(line));
            from = part.start(line + 1);
        }
    }

    private void take(String source, KeptPart part, int index, int offset) {
        long line = part.number(index);
        if (!fits(part, line)) {
            return;
        }
        total++;
        if (found.size() < max) {
            found.add(new Hits.Hit(LineRef.of(source, line), offset));
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
