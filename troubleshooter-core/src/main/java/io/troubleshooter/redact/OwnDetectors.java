package io.troubleshooter.redact;

import io.troubleshooter.text.Span;
import java.util.Arrays;
import java.util.List;

/** Runs the detectors that the policy adds. */
final class OwnDetectors {

    private OwnDetectors() {}

    static void run(List<Detector> detectors, Line line) {
        for (Detector detector : detectors) {
            byte[] copy = Arrays.copyOfRange(line.b, line.start, line.end);
            for (Span span : detector.find(copy)) {
                if (span.end() > copy.length) {
                    throw new IllegalStateException("span beyond the line");
                }
                line.hits.add(line.start + span.start(), line.start + span.end(), detector.kind());
            }
        }
    }
}
