package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.frame.IncidentFrame.Timeline;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.template.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the counts of a {@link FrameBuilder} into the frame. */
final class FrameAssembly {

    private final FrameBuilder from;
    private final FrameLimits limits;
    private final Templates templates;

    /** Statistics per template, in the templates' order; null where a template has no record. */
    private final @Nullable GroupStats[] byTemplate;

    FrameAssembly(FrameBuilder from, FrameLimits limits) {
        this.from = from;
        this.limits = limits;
        this.templates = from.miner.cluster();
        this.byTemplate = join();
    }

    IncidentFrame build(List<SourceSummary> sources, String zone, RedactionSummary redaction) {
        TimeRange range = range(zone);
        List<EventGroup> groups = groups();
        Timeline timeline = new TimelineAssembly(from, range, limits.buckets()).build(groups);
        return new IncidentFrame(
                List.copyOf(sources),
                range,
                levels(),
                from.entities.top(limits.entities()),
                groups,
                from.traces.all(),
                from.rules.findings(),
                timeline,
                new AnomalyFinder(from.all, range).find(templates, byTemplate),
                from.metrics.all(),
                from.context.all(),
                redaction);
    }

    private @Nullable GroupStats[] join() {
        @Nullable GroupStats[] joined = new GroupStats[templates.all().size()];
        for (int id = 0; id < from.groups.size(); id++) {
            GroupStats stats = from.groups.get(id);
            int index = templates.indexOf(id);
            GroupStats known = joined[index];
            if (known == null) {
                joined[index] = known = new GroupStats(stats.first);
            }
            known.merge(stats, Renumbering.NONE, limits.exemplars());
        }
        return joined;
    }

    private List<EventGroup> groups() {
        List<EventGroup> groups = new ArrayList<>(byTemplate.length);
        for (int i = 0; i < byTemplate.length; i++) {
            GroupStats stats = byTemplate[i];
            if (stats != null) {
                groups.add(group(templates.all().get(i), stats));
            }
        }
        groups.sort(new WorstFirst());
        return List.copyOf(groups.subList(0, Math.min(limits.groups(), groups.size())));
    }

    private static EventGroup group(Templates.Template template, GroupStats stats) {
        return new EventGroup(
                template.fingerprint(),
                template.text(),
                stats.level,
                stats.count,
                stats.harmless,
                stats.first,
                stats.last,
                stats.firstTime,
                stats.lastTime,
                List.copyOf(stats.exemplars));
    }

    private @Nullable TimeRange range(String zone) {
        Instant first = null;
        Instant last = null;
        for (GroupStats stats : byTemplate) {
            if (stats != null && stats.firstTime != null && stats.lastTime != null) {
                first = first == null || stats.firstTime.isBefore(first) ? stats.firstTime : first;
                last = last == null || stats.lastTime.isAfter(last) ? stats.lastTime : last;
            }
        }
        return first == null || last == null ? null : new TimeRange(first, last, zone);
    }

    private Map<Level, Long> levels() {
        Map<Level, Long> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(level, from.levels[level.ordinal()]);
        }
        return levels;
    }

    /** A class and no chain of lambdas: those cost a program that starts several milliseconds. */
    private static final class WorstFirst implements Comparator<EventGroup> {
        @Override
        public int compare(EventGroup a, EventGroup b) {
            int byTrouble = Boolean.compare(isTrouble(b), isTrouble(a));
            if (byTrouble != 0) {
                return byTrouble;
            }
            int byLevel = b.level().compareTo(a.level());
            return byLevel != 0 ? byLevel : Long.compare(b.count(), a.count());
        }

        private static boolean isTrouble(EventGroup group) {
            return group.harmless() < group.count() && group.level().isError();
        }
    }
}
