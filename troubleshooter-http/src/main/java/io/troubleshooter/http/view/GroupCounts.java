package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.frame.IncidentFrame.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the records of each event group spread over the buckets of the timeline. */
final class GroupCounts {

    private final int buckets;
    private final long start;
    private final long width;
    private final Map<String, int[]> counts = new HashMap<>();

    GroupCounts(Timeline timeline) {
        Duration bucket = timeline.bucket();
        this.buckets = bucket == null ? 0 : timeline.buckets().size();
        this.start = buckets == 0 ? 0 : timeline.buckets().get(0).start().toEpochMilli();
        this.width = bucket == null ? 1 : Math.max(1, bucket.toMillis());
    }

    void add(String source, Evidence evidence, Kinds kinds) {
        if (buckets > 0) {
            evidence.entries(EvidenceQuery.ALL.in(source), entry -> {
                Instant time = entry.time();
                String group =
                        time == null ? null : kinds.group(source, entry.lines().first());
                if (time != null && group != null) {
                    counts.computeIfAbsent(group, none -> new int[buckets])[bucket(time)]++;
                }
            });
        }
    }

    private int bucket(Instant time) {
        return (int) Math.max(0, Math.min(buckets - 1, Math.floorDiv(time.toEpochMilli() - start, width)));
    }

    /** Records in each bucket; null where nothing is known of the group. */
    int @Nullable [] of(String group) {
        return counts.get(group);
    }
}
