package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceQuery;

/**
 * The shape of a source, for drawing it before its lines are there: JSON arrays, ready to be sent.
 *
 * @param levels {@code [first, last, level]} of the records that are a warning or worse
 * @param folds {@code [first, last, "trace" or "repeat", count]} of lines that can be hidden, none in another
 * @param times {@code [line, milliseconds since 1970]} of at most 2,000 records, evenly spread
 * @param complete whether nothing was left out for want of room
 */
record Outline(String levels, String folds, String times, boolean complete) {

    static Outline of(String source, Evidence evidence, Kinds kinds) {
        OutlineWriter writer = new OutlineWriter(source, kinds);
        evidence.entries(EvidenceQuery.ALL.in(source), writer);
        return writer.outline();
    }
}
