package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.record.StackTrace;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.rule.RuleMatcher;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.template.TemplateMiner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Half a frame: what is kept of the records seen so far, in memory that {@link FrameLimits} bounds. The half-frames of
 * adjacent parts merge into that of the whole. Not thread-safe.
 */
public final class FrameBuilder {

    private static final int TIMELINE_BUCKETS = 4_096;
    private static final long EMPTY_BYTES = 100L << 10;
    private static final long GROUP_BYTES = 950;
    private static final long ENTITY_BYTES = 350;

    private final FrameLimits limits;
    final RuleMatcher rules;
    final TemplateMiner miner;
    final List<GroupStats> groups = new ArrayList<>();
    final EntityTable entities;
    final MetricTable metrics;
    final TraceTable traces;
    final ContextKeeper context = new ContextKeeper();
    final MomentFinder moments = new MomentFinder();
    final TimeHistogram all = new TimeHistogram(TIMELINE_BUCKETS);
    final TimeHistogram warnings = new TimeHistogram(TIMELINE_BUCKETS);
    final TimeHistogram errors = new TimeHistogram(TIMELINE_BUCKETS);
    final long[] levels = new long[Level.values().length];
    private final Map<String, long[]> formats = new HashMap<>();
    private final VariableReader variables;
    private long records;

    public FrameBuilder(FrameLimits limits, RuleSet ruleSet) {
        this.limits = limits;
        this.rules = new RuleMatcher(ruleSet, limits.exemplars());
        this.miner = new TemplateMiner(limits.maskedLines());
        this.entities = new EntityTable(limits);
        this.metrics = new MetricTable(limits.metrics());
        this.traces = new TraceTable(limits.traces());
        this.variables = new VariableReader(entities, metrics);
    }

    /** Takes in the next record of the part. */
    public void accept(LogRecord record) {
        int id = miner.add(record);
        boolean noise = rules.accept(record, id);
        boolean newKind = id == groups.size();
        if (newKind) {
            groups.add(new GroupStats(record.lines()));
        }
        groups.get(id).add(record, noise, record.level().isAtLeast(Level.WARN) ? limits.exemplars() : 1);
        count(record, noise);
        variables.read(record, id, miner);
        context.add(record, newKind && record.level().isError() && !noise);
        moments.add(record, id);
        StackTrace trace = record.stackTrace();
        if (trace != null) {
            traces.add(record, trace);
        }
    }

    /** Takes in the half-frame of the part that follows, whose pseudonyms are numbered anew. */
    public void merge(FrameBuilder next, Renumbering renumbering) {
        int[] ids = miner.merge(next.miner);
        rules.merge(next.rules, ids, renumbering);
        for (int i = 0; i < next.groups.size(); i++) {
            mergeGroup(ids[i], next.groups.get(i), renumbering);
        }
        entities.merge(next.entities, renumbering);
        metrics.merge(next.metrics);
        traces.merge(next.traces, renumbering);
        context.merge(next.context, renumbering);
        moments.merge(next.moments, renumbering);
        mergeCounts(next);
    }

    /** Records taken in. */
    public long records() {
        return records;
    }

    /** About how many bytes of memory it takes, as measured: what is as good as constant, kinds of messages, entities. */
    public long bytes() {
        return EMPTY_BYTES + GROUP_BYTES * groups.size() + ENTITY_BYTES * entities.size();
    }

    /** Records per format, by name. */
    public Map<String, Long> formats() {
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, long[]> format : formats.entrySet()) {
            counts.put(format.getKey(), format.getValue()[0]);
        }
        return counts;
    }

    /** The frame of all that was taken in; more may be taken in afterwards. */
    public IncidentFrame build(List<SourceSummary> sources, String zone, RedactionSummary redaction) {
        return new FrameAssembly(this, limits).build(sources, zone, redaction);
    }

    private void count(LogRecord record, boolean noise) {
        records++;
        levels[record.level().ordinal()]++;
        countFormat(record.format(), 1);
        Instant time = record.time();
        if (time != null) {
            long second = time.getEpochSecond();
            all.add(second);
            if (!noise && record.level().isError()) {
                errors.add(second);
            } else if (!noise && record.level() == Level.WARN) {
                warnings.add(second);
            }
        }
    }

    private void countFormat(String format, long records) {
        long[] count = formats.get(format);
        if (count == null) {
            count = new long[1];
            formats.put(format, count);
        }
        count[0] += records;
    }

    private void mergeGroup(int id, GroupStats theirs, Renumbering renumbering) {
        while (groups.size() <= id) {
            groups.add(new GroupStats(theirs.first));
        }
        groups.get(id).merge(theirs, renumbering, limits.exemplars());
    }

    private void mergeCounts(FrameBuilder next) {
        records += next.records;
        for (int i = 0; i < levels.length; i++) {
            levels[i] += next.levels[i];
        }
        for (Map.Entry<String, long[]> format : next.formats.entrySet()) {
            countFormat(format.getKey(), format.getValue()[0]);
        }
        all.merge(next.all);
        warnings.merge(next.warnings);
        errors.merge(next.errors);
    }
}
