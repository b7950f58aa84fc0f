package io.troubleshooter.frame;

import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notes restarts, deployments and long gaps while records stream by. */
final class MomentFinder {

    private static final int MAX = 40;
    private static final int MAX_GAPS = 3;

    /** What programs commonly say when they start; the text is compared in lower case. */
    private static final List<String> RESTART = List.of(
            "started in ",
            "starting application",
            "application started",
            "server startup in",
            "starting up",
            "booting worker",
            "-- boot ",
            "ready to accept connections",
            "database system is ready",
            "started server process",
            "listening at:",
            "server started",
            "starting redis",
            "ready for connections",
            "back-off restarting");

    private static final List<String> DEPLOY = List.of(
            "scaled up replica set",
            "rolling update",
            "successfully rolled out",
            "deployment started",
            "deploying ",
            "pulled image",
            "successfully pulled image",
            "upgrade complete");

    private final Map<Integer, String> kinds = new HashMap<>();
    private final List<Moment> found = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Instant previous;
    private @Nullable Moment opening;

    void add(LogRecord record, int maskedId) {
        String kind = kinds.get(maskedId);
        if (kind == null) {
            kind = kindOf(record.message());
            kinds.put(maskedId, kind);
        }
        if (!kind.isEmpty() && found.size() < MAX) {
            found.add(moment(kind, record));
        }
        Instant time = record.time();
        if (time != null) {
            step(time, record);
        }
    }

    void merge(MomentFinder next, Renumbering renumbering) {
        for (int i = 0; i < next.found.size() && found.size() < MAX; i++) {
            found.add(renumber(next.found.get(i), renumbering));
        }
        if (next.opening != null) {
            join(renumber(next.opening, renumbering));
        }
        for (Gap gap : next.gaps) {
            keep(new Gap(gap.length, renumber(gap.opening, renumbering)));
        }
        previous = next.previous == null ? previous : next.previous;
    }

    private void join(Moment nextOpening) {
        Instant time = Objects.requireNonNull(nextOpening.time());
        if (opening == null) {
            opening = nextOpening;
        } else if (previous != null
                && opening.line().source().equals(nextOpening.line().source())) {
            keep(new Gap(Duration.between(previous, time), nextOpening));
        }
    }

    /** Restarts, deployments, and gaps that no ordinary pause of this input explains. */
    List<Moment> all(Duration typicalStep) {
        List<Moment> all = new ArrayList<>(found);
        for (Gap gap : gaps) {
            if (gap.length.compareTo(typicalStep.multipliedBy(50)) > 0 && gap.length.toSeconds() >= 10) {
                all.add(gap.opening);
            }
        }
        return all;
    }

    private void step(Instant time, LogRecord record) {
        if (previous == null) {
            opening = moment("gap", record);
        } else if (time.getEpochSecond() - previous.getEpochSecond() >= 10) {
            keep(new Gap(Duration.between(previous, time), moment("gap", record)));
        }
        previous = time;
    }

    private void keep(Gap gap) {
        gaps.add(gap);
        gaps.sort(Comparator.comparing(Gap::length).reversed());
        if (gaps.size() > MAX_GAPS) {
            gaps.remove(MAX_GAPS);
        }
    }

    private static String kindOf(RedactedText message) {
        String text =
                message.slice(0, Math.min(message.length(), 200)).toString().toLowerCase(Locale.ROOT);
        if (hasOneOf(RESTART, text)) {
            return "restart";
        }
        return hasOneOf(DEPLOY, text) ? "deploy" : "";
    }

    private static boolean hasOneOf(List<String> words, String text) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Moment moment(String kind, LogRecord record) {
        RedactedText text = Exemplars.firstLine(record.message()).compact();
        return new Moment(kind, record.time(), record.level(), record.lines(), text);
    }

    private static Moment renumber(Moment moment, Renumbering renumbering) {
        return new Moment(
                moment.kind(), moment.time(), moment.level(), moment.line(), renumbering.apply(moment.text()));
    }

    /** @param opening the first record after the silence */
    private record Gap(Duration length, Moment opening) {}
}
