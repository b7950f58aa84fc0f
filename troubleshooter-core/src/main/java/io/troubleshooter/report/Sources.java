package io.troubleshooter.report;

import io.troubleshooter.frame.IncidentFrame;

/** Names of the sources. */
final class Sources {

    private Sources() {}

    static String name(IncidentFrame frame, String id) {
        for (IncidentFrame.SourceSummary source : frame.sources()) {
            if (source.id().equals(id)) {
                return source.name().toString();
            }
        }
        return "";
    }
}
