package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.TraceGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.record.StackTrace;
import io.troubleshooter.record.StackTrace.Thrown;
import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups stack traces by fingerprint; groups beyond the limit are not taken in. */
final class TraceTable {

    private final int capacity;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    TraceTable(int capacity) {
        this.capacity = capacity;
    }

    void add(LogRecord record, StackTrace trace) {
        String fingerprint = TraceFingerprint.of(trace);
        Tally known = tallies.get(fingerprint);
        if (known != null) {
            known.count++;
        } else if (tallies.size() < capacity) {
            tallies.put(fingerprint, new Tally(trace, record.lines(), record.time(), Exemplars.of(record)));
        }
    }

    void merge(TraceTable next, Renumbering renumbering) {
        for (Map.Entry<String, Tally> entry : next.tallies.entrySet()) {
            Tally known = tallies.get(entry.getKey());
            if (known != null) {
                known.count += entry.getValue().count;
            } else if (tallies.size() < capacity) {
                tallies.put(entry.getKey(), entry.getValue().renumber(renumbering));
            }
        }
    }

    List<TraceGroup> all() {
        List<TraceGroup> all = new ArrayList<>(tallies.size());
        for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
            all.add(entry.getValue().toGroup(entry.getKey()));
        }
        all.sort(new MostFirst());
        return List.copyOf(all);
    }

    private static final class MostFirst implements Comparator<TraceGroup> {
        @Override
        public int compare(TraceGroup a, TraceGroup b) {
            return Long.compare(b.count(), a.count());
        }
    }

    private static final class Tally {
        private final String language;
        private final List<RedactedText> types;
        private final RedactedText cause;
        private final @Nullable RedactedText culprit;
        private final boolean inApp;
        private final LineRef first;
        private final @Nullable Instant time;
        private final Exemplar exemplar;
        private long count = 1;

        Tally(StackTrace trace, LineRef first, @Nullable Instant time, Exemplar exemplar) {
            StackTrace.@Nullable Frame frame = culprit(trace);
            this.language = trace.language();
            this.types = trace.chain().stream().map(t -> t.type().compact()).toList();
            this.cause = cause(trace.deepest());
            this.culprit = frame == null ? null : frame.function().compact();
            this.inApp = frame != null && frame.inApp();
            this.first = first;
            this.time = time;
            this.exemplar = exemplar;
        }

        private Tally(Tally of, Renumbering renumbering) {
            this.language = of.language;
            this.types = of.types.stream().map(renumbering::apply).toList();
            this.cause = renumbering.apply(of.cause);
            this.culprit = of.culprit == null ? null : renumbering.apply(of.culprit);
            this.inApp = of.inApp;
            this.first = of.first;
            this.time = of.time;
            this.exemplar = Exemplars.renumber(of.exemplar, renumbering);
            this.count = of.count;
        }

        Tally renumber(Renumbering renumbering) {
            return new Tally(this, renumbering);
        }

        TraceGroup toGroup(String fingerprint) {
            return new TraceGroup(fingerprint, language, types, cause, culprit, inApp, count, first, time, exemplar);
        }

        private static RedactedText cause(Thrown thrown) {
            RedactedText message = thrown.message();
            if (message == null || message.isEmpty()) {
                return thrown.type().compact();
            }
            return thrown.type()
                    .joiner()
                    .append(thrown.type())
                    .append(RedactedJoiner.Mark.SPACE)
                    .append(message)
                    .join();
        }

        /** The first frame of the user's own code, searched from the deepest cause outwards; else the deepest frame. */
        private static StackTrace.@Nullable Frame culprit(StackTrace trace) {
            StackTrace.@Nullable Frame fallback = null;
            for (int i = trace.chain().size() - 1; i >= 0; i--) {
                for (StackTrace.Frame frame : trace.chain().get(i).frames()) {
                    if (frame.inApp()) {
                        return frame;
                    }
                    fallback = fallback == null ? frame : fallback;
                }
            }
            return fallback;
        }
    }
}
