package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.template.TemplateMiner;
import io.troubleshooter.template.Templates;
import io.troubleshooter.text.LineRef;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the evidence are alike, and to which event group they belong. The frame counts its groups while it
 * reads and does not keep where each record went; so the first lines of the records are masked once more, and a group
 * claims those that look like its first, last and example records. A record that two groups could claim has none.
 */
final class Kinds {

    private static final int MAX_MASKED = 20_000;

    private static final String SEVERAL = "";

    private final Map<String, SourceKinds> sources = new HashMap<>();
    private final TemplateMiner miner = new TemplateMiner(MAX_MASKED);
    private final Map<Integer, String> groups = new HashMap<>();

    private Kinds() {}

    static Kinds of(IncidentFrame frame, Evidence evidence) {
        Kinds kinds = new Kinds();
        frame.sources().forEach(source -> kinds.sources.put(source.id(), kinds.mine(evidence, source.id())));
        frame.groups().forEach(kinds::claim);
        kinds.claimTheLike();
        return kinds;
    }

    private SourceKinds mine(Evidence evidence, String source) {
        SourceKinds kinds = new SourceKinds();
        evidence.entries(EvidenceQuery.ALL.in(source), entry -> {
            long first = entry.lines().first();
            RedactedText text = evidence.text(LineRef.of(source, first));
            if (text != null) {
                kinds.add(first, entry.lines().last(), miner.add(text));
            }
        });
        return kinds;
    }

    private void claim(EventGroup group) {
        claim(group.first(), group.fingerprint());
        claim(group.last(), group.fingerprint());
        for (Exemplar exemplar : group.exemplars()) {
            claim(exemplar.lines(), group.fingerprint());
        }
    }

    private void claim(LineRef lines, String group) {
        int kind = of(lines.source(), lines.first());
        if (kind >= 0) {
            claim(groups, kind, group);
        }
    }

    private static void claim(Map<Integer, String> owners, int kind, String group) {
        owners.merge(kind, group, (a, b) -> a.equals(b) ? a : SEVERAL);
    }

    /** What nobody claims goes to the group that alone claims something of the same template. */
    private void claimTheLike() {
        Templates templates = miner.cluster();
        Map<Integer, String> owners = new HashMap<>();
        groups.forEach((kind, group) -> claim(owners, templates.indexOf(kind), group));
        for (int kind = 0; kind < miner.size(); kind++) {
            String group = owners.get(templates.indexOf(kind));
            if (group != null) {
                groups.putIfAbsent(kind, group);
            }
        }
    }

    /** Number of the kind of the record to which the line belongs; -1 where to none. */
    int of(String source, long line) {
        SourceKinds kinds = sources.get(source);
        return kinds == null ? -1 : kinds.of(line);
    }

    /** Id of the event group to which the line belongs; null where that is not known. */
    @Nullable
    String group(String source, long line) {
        String group = groups.get(of(source, line));
        return group == null || group.equals(SEVERAL) ? null : group;
    }
}
