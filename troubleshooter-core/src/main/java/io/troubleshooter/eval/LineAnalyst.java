package io.troubleshooter.eval;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Timeline;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people do without a tool: look at one line. Its only hypothesis is that line; a {@link Correctness case's truth}
 * takes it for right where the line is a decisive one or says what was wrong, which is generous.
 */
public final class LineAnalyst implements Analyst {

    /** Begins the cause of such a hypothesis. */
    static final String CAUSE = "line/";

    private static final List<String> ERROR_WORDS = List.of("error", "fatal", "fail", "exception", "panic", "critical");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final IncidentFrame NO_FRAME = new IncidentFrame(
            List.of(),
            null,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Timeline(null, List.of(), List.of()),
            List.of(),
            List.of(),
            List.of(),
            RedactionSummary.NONE);

    /** Which line. */
    public enum Choice {
        /** The line of which there are most, values aside: its first occurrence. */
        MOST_FREQUENT,
        FIRST_ERROR,
        LAST_ERROR;

        /** {@code first-error}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Troubleshooter troubleshooter;
    private final Choice choice;

    public LineAnalyst(Troubleshooter troubleshooter, Choice choice) {
        this.troubleshooter = troubleshooter;
        this.choice = choice;
    }

    @Override
    public String id() {
        return choice.word();
    }

    @Override
    public Attempt answer(EvalCase eval, int repeat) {
        long start = System.nanoTime();
        Citation line = choice == Choice.MOST_FREQUENT ? mostFrequent(eval) : error(eval);
        return Attempt.of(diagnosis(line), (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    private @Nullable Citation error(EvalCase eval) {
        List<Citation> errors = new ArrayList<>();
        for (int i = 0; i < eval.inputs().size(); i++) {
            String source = "S" + (i + 1);
            troubleshooter.records(LogSource.of(eval.inputs().get(i)), record -> {
                if (isError(record)) {
                    keep(citation(source, record), errors);
                }
            });
        }
        return errors.isEmpty() ? null : errors.get(errors.size() - 1);
    }

    private void keep(Citation found, List<Citation> errors) {
        if (choice == Choice.LAST_ERROR) {
            errors.clear();
        }
        if (errors.isEmpty()) {
            errors.add(found);
        }
    }

    private static boolean isError(LogRecord record) {
        String message = record.message().toString().toLowerCase(Locale.ROOT);
        return record.level().isError() || ERROR_WORDS.stream().anyMatch(message::contains);
    }

    private @Nullable Citation mostFrequent(EvalCase eval) {
        Map<String, Long> counts = new HashMap<>();
        Map<String, LineRef> first = new HashMap<>();
        for (int i = 0; i < eval.inputs().size(); i++) {
            String source = "S" + (i + 1);
            troubleshooter.templates(LogSource.of(eval.inputs().get(i)), (line, id, template) -> {
                first.putIfAbsent(id, LineRef.of(source, line));
                counts.merge(id, id.isEmpty() ? 0L : 1L, Long::sum);
            });
        }
        LineRef found = null;
        long most = 0;
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            LineRef line = first.get(each.getKey());
            if (line != null && (each.getValue() > most || each.getValue() == most && isBefore(line, found))) {
                found = line;
                most = each.getValue();
            }
        }
        return found == null ? null : at(eval, found);
    }

    private static boolean isBefore(LineRef line, @Nullable LineRef other) {
        if (other == null || line.source().equals(other.source())) {
            return other == null || line.first() < other.first();
        }
        return Integer.parseInt(line.source().substring(1))
                < Integer.parseInt(other.source().substring(1));
    }

    private @Nullable Citation at(EvalCase eval, LineRef line) {
        int index = Integer.parseInt(line.source().substring(1)) - 1;
        List<Citation> found = new ArrayList<>();
        troubleshooter.records(LogSource.of(eval.inputs().get(index)), record -> {
            if (found.isEmpty() && record.lines().first() == line.first()) {
                found.add(citation(line.source(), record));
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static Citation citation(String source, LogRecord record) {
        LineRef line = LineRef.of(source, record.lines().first());
        return new Citation(line, record.message().compact(), null, 1);
    }

    private Diagnosis diagnosis(@Nullable Citation line) {
        String summary = line == null ? "No such line." : line.quote().toString();
        return new Diagnosis(
                line == null ? Verdict.NO_INCIDENT : Verdict.INCIDENT,
                summary,
                line == null ? List.of() : List.of(hypothesis(line)),
                List.of(),
                List.of(),
                List.of(),
                new Provenance(id(), null, null, "", ""),
                Usage.offline(0),
                RedactionSummary.NONE,
                NO_FRAME);
    }

    private Hypothesis hypothesis(Citation line) {
        String title = line.quote().toString();
        List<Citation> citations = List.of(line);
        return new Hypothesis(
                1, CAUSE + id(), title, "", Double.NaN, true, citations, List.of(), List.of(), List.of(), 0);
    }
}
