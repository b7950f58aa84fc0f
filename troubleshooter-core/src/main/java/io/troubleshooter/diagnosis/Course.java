package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.record.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the work of a system goes on around what went wrong: whether a few pieces of it failed among many that went well,
 * or whether a stretch of trouble is followed by a long one without any. What ends a process or damages data is neither.
 */
final class Course {

    /** Fewer records than this say nothing about what is usual. */
    private static final int FEW = 30;

    /** For one piece of work that fails this many go well; so many more where it fails again and again. */
    private static final int USUAL = 12;

    private static final int OFTEN = 20;
    private static final int USUAL_FOR_OFTEN = 200;

    /** Parts of ids of rules that tell of damage or of an end, however seldom it is. */
    private static final List<String> GRAVE = List.of(
            "oom",
            "out-of-memory",
            "disk",
            "space",
            "full",
            "corrupt",
            "crash",
            "panic",
            "killed",
            "exit-",
            "expired",
            "segv",
            "signal",
            "read-only",
            "exhausted",
            "leak",
            "heap",
            "overflow",
            "permission",
            "asyncio");

    /** Parts of ids of rules that tell of requests turned away on purpose, or for what the client sent. */
    private static final List<String> REFUSALS =
            List.of("limited", "http/4", "constraint", "invalid-input", "too-large", "scheme-mixup", "haproxy/refused");

    private static final String STOPPED = "process/stopped";

    private final List<SourceSummary> sources;
    private final List<EventGroup> work = new ArrayList<>();
    private final List<EventGroup> trouble = new ArrayList<>();
    private final long records;
    private final long errors;

    Course(IncidentFrame frame) {
        sources = frame.sources();
        records = sources.stream().mapToLong(SourceSummary::records).sum();
        errors = frame.levels().getOrDefault(Level.ERROR, 0L) + frame.levels().getOrDefault(Level.FATAL, 0L);
        for (EventGroup group : frame.groups()) {
            if (isTrouble(group) && !isMixed(group)) {
                trouble.add(group);
            } else if (group.count() >= 3 && group.level() != Level.WARN) {
                work.add(group);
            }
        }
    }

    private static boolean isTrouble(EventGroup group) {
        if (group.harmless() >= group.count()) {
            return false;
        }
        return switch (group.level()) {
            case FATAL, ERROR -> true;
            case UNKNOWN -> FailureWords.in(group.template().toString());
            case WARN, INFO, DEBUG, TRACE -> false;
        };
    }

    /** Whether most of its records are no errors: lines of an access log, whose status is but a number. */
    private boolean isMixed(EventGroup group) {
        return group.level().isError() && group.count() > 2 * errors;
    }

    /** Whether work goes on in spite of all of these. */
    boolean outlasts(List<Candidate> candidates) {
        return records >= FEW
                && candidates.stream().noneMatch(Course::isGrave)
                && (areFewOfMany(candidates) || isOver(candidates));
    }

    private static boolean isGrave(Candidate candidate) {
        String id = candidate.cause().toLowerCase(Locale.ROOT);
        return GRAVE.stream().anyMatch(id::contains);
    }

    private boolean areFewOfMany(List<Candidate> candidates) {
        return candidates.stream().allMatch(this::isOneOfMany) && troubleIsRare(candidates);
    }

    private boolean troubleIsRare(List<Candidate> candidates) {
        long count = 0;
        for (EventGroup group : trouble) {
            count += group.count() - group.harmless();
        }
        for (Candidate candidate : candidates) {
            count -= isRefusal(candidate) ? candidate.count() : 0;
        }
        return count * 7 <= records;
    }

    /** Whether many pieces of work before, between and after went well. */
    private boolean isOneOfMany(Candidate candidate) {
        long done = 0;
        for (EventGroup group : work) {
            done += spans(group, candidate) ? group.count() : 0;
        }
        return done >= USUAL && candidate.count() * usual(candidate) <= done;
    }

    private static long usual(Candidate candidate) {
        if (isRefusal(candidate)) {
            return 2;
        }
        return candidate.count() > OFTEN ? USUAL_FOR_OFTEN : USUAL;
    }

    private static boolean isRefusal(Candidate candidate) {
        return REFUSALS.stream().anyMatch(candidate.cause()::contains)
                || candidate.cause().equals("generic/not-found") && isOfRequest(candidate);
    }

    private static boolean spans(EventGroup group, Candidate candidate) {
        boolean sameSource = group.first().source().equals(candidate.first().source())
                && group.last().source().equals(candidate.last().source());
        if (sameSource) {
            return group.first().first() < candidate.first().first()
                    && (isRefusal(candidate)
                            || group.last().first() > candidate.last().last());
        }
        return group.firstTime() != null
                && group.lastTime() != null
                && candidate.firstTime() != null
                && candidate.lastTime() != null
                && !group.firstTime().isAfter(candidate.firstTime())
                && !group.lastTime().isBefore(candidate.lastTime());
    }

    /** A server's line about what a client asked for. */
    private static boolean isOfRequest(Candidate candidate) {
        return candidate.evidence().stream()
                .map(exemplar -> exemplar.text().toString())
                .allMatch(text -> text.contains("client: ") && text.contains("request: \""));
    }

    /** Whether what comes after the last trouble is long, and as work usually is. */
    private boolean isOver(List<Candidate> candidates) {
        return candidates.stream().allMatch(candidate -> isOver(candidate) || isLastStop(candidate, candidates));
    }

    /** An orderly stop after which nobody missed what was stopped. */
    private static boolean isLastStop(Candidate candidate, List<Candidate> candidates) {
        Instant stop = candidate.firstTime();
        return STOPPED.equals(candidate.cause())
                && stop != null
                && candidates.stream()
                        .allMatch(other -> other.equals(candidate)
                                || other.lastTime() != null && other.lastTime().isBefore(stop));
    }

    private boolean isOver(Candidate candidate) {
        String source = candidate.last().source();
        long lines = lines(source);
        long last = candidate.last().last();
        for (EventGroup group : trouble) {
            if (group.last().source().equals(source)) {
                last = Math.max(last, group.last().last());
            }
        }
        long rest = lines - last;
        return rest >= 20 && rest * 4 >= records(source) && worksAtTheEnd(source, lines);
    }

    private boolean worksAtTheEnd(String source, long lines) {
        return work.stream()
                .anyMatch(group -> group.count() >= 10
                        && group.last().source().equals(source)
                        && (lines - group.last().last()) * 10 <= lines);
    }

    private long lines(String source) {
        return sources.stream()
                .filter(summary -> summary.id().equals(source))
                .mapToLong(SourceSummary::lines)
                .sum();
    }

    private long records(String source) {
        return sources.stream()
                .filter(summary -> summary.id().equals(source))
                .mapToLong(SourceSummary::records)
                .sum();
    }
}
