package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What costs a walk over all records of the evidence. It does not refer to the frame, whose life ends its own. */
record Prepared(
        Kinds kinds, Map<String, Outline> outlines, GroupCounts counts, List<RedactionExamples.Example> redactions) {

    static Prepared of(IncidentFrame frame, Evidence evidence) {
        Kinds kinds = Kinds.of(frame, evidence);
        Map<String, Outline> outlines = new HashMap<>();
        GroupCounts counts = new GroupCounts(frame.timeline());
        for (IncidentFrame.SourceSummary source : frame.sources()) {
            outlines.put(source.id(), Outline.of(source.id(), evidence, kinds));
            counts.add(source.id(), evidence, kinds);
        }
        return new Prepared(kinds, outlines, counts, RedactionExamples.find(frame.redaction(), evidence));
    }
}
