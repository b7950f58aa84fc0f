package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What kind of input it is, as far as it matters for how loud a single line is. */
final class Setting {

    /** Up to this many lines somebody chose them: what is in them is what the question is about. */
    static final int PASTE_LINES = 60;

    /** Area of the rules that know how a tool reports success. */
    private static final String OUTCOME = "outcome/";

    private static final List<String> RECOVERY = List.of(
            "reconnected",
            "re-established",
            "reestablished",
            "connection established",
            "connected to",
            "is available after",
            "recovered",
            "succeeded",
            "successfully",
            "back online",
            "is healthy",
            "became leader",
            "acquired lease",
            "resumed",
            "caught up");

    private static final Set<String> COMMON = Set.of(
            "to",
            "is",
            "in",
            "on",
            "at",
            "for",
            "the",
            "of",
            "and",
            "after",
            "connect",
            "connected",
            "connection",
            "tcp",
            "udp",
            "port",
            "http",
            "https",
            "info",
            "error",
            "warn",
            "msg",
            "level",
            "time",
            "attempt",
            "seconds",
            "main",
            "java",
            "org",
            "com",
            "io",
            "utc",
            "log",
            "successfully",
            "failed");

    private final List<SourceSummary> sources;
    private final long lines;
    private final long records;
    private final long errors;
    private final boolean burst;
    private final List<EventGroup> recoveries = new ArrayList<>();
    private final List<EventGroup> calm = new ArrayList<>();
    private final List<Success> successes = new ArrayList<>();

    /**
     * @param scope ids, or {@code area/*}, of what it ends; empty where it is about the run as a whole
     */
    private record Success(LineRef line, List<String> scope) {

        boolean ends(Candidate candidate) {
            return isAfter(line, candidate.last())
                    && (scope.isEmpty() || scope.stream().anyMatch(id -> Candidate.isOf(id, candidate.cause())));
        }
    }

    Setting(IncidentFrame frame, RuleSet rules) {
        sources = frame.sources();
        lines = frame.sources().stream().mapToLong(SourceSummary::lines).sum();
        records = frame.sources().stream().mapToLong(SourceSummary::records).sum();
        errors = count(frame, Level.ERROR) + count(frame, Level.FATAL) - harmless(frame);
        burst = frame.timeline().events().stream().map(Moment::kind).anyMatch("burst"::equals);
        for (EventGroup group : frame.groups()) {
            if (!group.level().isAtLeast(Level.WARN) && speaksOfRecovery(group)) {
                recoveries.add(group);
            }
            if (group.level() != Level.UNKNOWN && !group.level().isAtLeast(Level.WARN)) {
                calm.add(group);
            }
        }
        for (Finding finding : frame.findings()) {
            if (finding.rule().startsWith(OUTCOME)) {
                successes.add(new Success(finding.last(), rules.explains(finding.rule())));
            }
        }
    }

    private static long count(IncidentFrame frame, Level level) {
        return frame.levels().getOrDefault(level, 0L);
    }

    private static long harmless(IncidentFrame frame) {
        long harmless = 0;
        for (EventGroup group : frame.groups()) {
            harmless += group.level().isError() ? group.harmless() : 0;
        }
        return harmless;
    }

    private static boolean speaksOfRecovery(EventGroup group) {
        String text = group.template().toString().toLowerCase(Locale.ROOT);
        return RECOVERY.stream().anyMatch(text::contains);
    }

    long lines() {
        return lines;
    }

    boolean isPaste() {
        return lines <= PASTE_LINES;
    }

    /** Whether errors are so few and far between that a healthy system may print them. */
    boolean errorsAreRare() {
        return !isPaste() && !burst && errors * 200 <= records;
    }

    /** Whether the log says after the last of these lines that things went well again. */
    boolean recoversAfter(Candidate candidate) {
        return recoveries.stream().anyMatch(group -> isAfter(group.last(), candidate.last()));
    }

    /** Whether the tool said afterwards that its run as a whole went well. */
    boolean succeedsAfter(Candidate candidate) {
        return successes.stream().anyMatch(success -> success.ends(candidate));
    }

    /** Whether that was the last that the tool said, but for a line or two. */
    boolean endsInSuccessAfter(Candidate candidate) {
        return successes.stream().anyMatch(success -> success.ends(candidate) && isEnd(success.line));
    }

    private boolean isEnd(LineRef line) {
        return lines(line.source()) - line.last() <= 3;
    }

    private long lines(String source) {
        for (SourceSummary summary : sources) {
            if (summary.id().equals(source)) {
                return summary.lines();
            }
        }
        return Long.MAX_VALUE;
    }

    /** Whether the same peer, by a word that both lines share, is reached later on. */
    boolean reconnectsAfter(Candidate candidate) {
        Set<String> words = new HashSet<>();
        candidate.evidence().forEach(exemplar -> words.addAll(names(exemplar.text())));
        return recoveries.stream()
                .anyMatch(group -> isAfter(group.last(), candidate.last())
                        && !group.exemplars().isEmpty()
                        && names(group.exemplars().get(0).text()).stream().anyMatch(words::contains));
    }

    /** Words that may name a peer; none that lines about connections share anyway. */
    private static Set<String> names(RedactedText text) {
        Set<String> names = new HashSet<>();
        for (String word : text.toString().toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.length() >= 2 && Character.isLetter(word.charAt(0)) && !COMMON.contains(word)) {
                names.add(word);
            }
        }
        return names;
    }

    /** Whether lines without trouble follow. */
    boolean goesOnAfter(Candidate candidate) {
        return calm.stream().anyMatch(group -> isAfter(group.last(), candidate.last()));
    }

    /** Whether no record is an error, those aside that are known as harmless. */
    boolean isFreeOfErrors() {
        return errors <= 0;
    }

    /** Whether it interrupts nothing: routine work shows before and after it, and hardly anything else goes wrong. */
    boolean isAmidRoutine(Candidate candidate) {
        return errors <= 2
                && calm.stream()
                        .anyMatch(group -> group.count() > 1
                                && isAfter(candidate.first(), group.first())
                                && isAfter(group.last(), candidate.last()));
    }

    private static boolean isAfter(LineRef line, LineRef other) {
        return line.source().equals(other.source()) && line.first() > other.last();
    }
}
