package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;

/** Lines in which something of a kind was removed. */
final class RedactionExamples {

    private static final int PER_KIND = 3;

    /** An example of a rare kind may not be found in time; its count is told all the same. */
    private static final long NANOS = 1_000_000_000L;

    record Example(String kind, LineRef line) {}

    private RedactionExamples() {}

    static List<Example> find(RedactionSummary summary, Evidence evidence) {
        long end = System.nanoTime() + NANOS;
        List<Example> examples = new ArrayList<>();
        for (String kind : summary.byKind().keySet()) {
            Hits hits = evidence.first(
                    EvidenceQuery.ALL.words(LinePattern.regex("<" + kind + "[:>]")),
                    PER_KIND,
                    () -> System.nanoTime() > end);
            hits.lines().forEach(line -> examples.add(new Example(kind, line)));
        }
        return List.copyOf(examples);
    }
}
