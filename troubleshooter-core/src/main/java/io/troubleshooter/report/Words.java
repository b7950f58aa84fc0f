package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactionSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as words. By hand, since the formatters of the JDK take longer to load than a whole report to make. */
final class Words {

    private static final double LIKELY = 0.7;
    private static final double POSSIBLE = 0.35;

    private Words() {}

    static String likelihood(double confidence) {
        return confidence >= LIKELY ? "LIKELY" : confidence >= POSSIBLE ? "POSSIBLE" : "WEAK";
    }

    /** Two decimals, {@code 0.91}. */
    static String confidence(double confidence) {
        long hundredths = Math.round(confidence * 100);
        return hundredths / 100 + "." + twoDigits(hundredths % 100);
    }

    static String verdict(Diagnosis.Verdict verdict) {
        return switch (verdict) {
            case INCIDENT -> "INCIDENT";
            case NO_INCIDENT -> "NO INCIDENT";
            case INSUFFICIENT_EVIDENCE -> "NOT ENOUGH EVIDENCE";
        };
    }

    /** {@code 48,212}. */
    static String number(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(value));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    static String count(long value, String noun) {
        return number(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** {@code 0.4 s}; {@code 12 s} from ten seconds on. */
    static String seconds(long millis) {
        long tenths = Math.max(1, (millis + 50) / 100);
        return tenths >= 100 ? tenths / 10 + " s" : tenths / 10 + "." + tenths % 10 + " s";
    }

    static String twoDigits(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }

    static ZoneId zone(IncidentFrame.@Nullable TimeRange time) {
        if (time == null || time.zone().equals("UTC") || time.zone().equals("unknown")) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(time.zone());
        } catch (java.time.DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** {@code 09:41:07}. */
    static String clock(Instant time, ZoneId zone) {
        int second = Math.floorMod(seconds(time, zone), 86_400);
        return twoDigits(second / 3600) + ":" + twoDigits(second / 60 % 60) + ":" + twoDigits(second % 60);
    }

    static LocalDate date(Instant time, ZoneId zone) {
        return LocalDate.ofEpochDay(Math.floorDiv(seconds(time, zone), 86_400));
    }

    private static long seconds(Instant time, ZoneId zone) {
        return time.getEpochSecond() + zone.getRules().getOffset(time).getTotalSeconds();
    }

    /** {@code 09:41:07 to 09:58:52 UTC}, with dates where they differ. */
    static String range(IncidentFrame.@Nullable TimeRange time) {
        if (time == null) {
            return "no times found";
        }
        ZoneId zone = zone(time);
        boolean oneDay = date(time.first(), zone).equals(date(time.last(), zone));
        return moment(time.first(), zone, !oneDay) + " to " + moment(time.last(), zone, !oneDay) + suffix(time);
    }

    /** {@code 2026-11-20 09:41:07 to 2026-11-20 09:58:52 UTC}. */
    static String fullRange(IncidentFrame.@Nullable TimeRange time) {
        if (time == null) {
            return "no times found";
        }
        ZoneId zone = zone(time);
        return moment(time.first(), zone, true) + " to " + moment(time.last(), zone, true) + suffix(time);
    }

    static String moment(Instant time, ZoneId zone, boolean withDate) {
        return (withDate ? date(time, zone) + " " : "") + clock(time, zone);
    }

    private static String suffix(IncidentFrame.TimeRange time) {
        return time.zone().equals("unknown") ? " (zone not given)" : " " + time.zone();
    }

    /** The line below the verdict: how much was read, of what time, how long it took, who answered. */
    static String coverage(Diagnosis diagnosis) {
        IncidentFrame frame = diagnosis.frame();
        return count(frame.sources().size(), "source") + ", " + count(lines(frame), "line") + ", " + range(frame.time())
                + ", " + seconds(diagnosis.usage().latencyMs()) + ", " + analyst(diagnosis);
    }

    private static String analyst(Diagnosis diagnosis) {
        Diagnosis.Usage usage = diagnosis.usage();
        return diagnosis.producedBy().model() == null
                ? diagnosis.producedBy().analyst()
                : "model analysis, " + number(usage.inputTokens()) + " + " + number(usage.outputTokens()) + " tokens";
    }

    static long lines(IncidentFrame frame) {
        long lines = 0;
        for (IncidentFrame.SourceSummary source : frame.sources()) {
            lines += source.lines();
        }
        return lines;
    }

    static long level(IncidentFrame frame, Level level) {
        return frame.levels().getOrDefault(level, 0L);
    }

    /** {@code 114 values: 61 ip, 40 email, 13 token}, the most frequent kinds first. */
    static String redacted(RedactionSummary redaction) {
        List<Map.Entry<String, Long>> kinds = new ArrayList<>(redaction.byKind().entrySet());
        kinds.sort((a, b) -> b.getValue().equals(a.getValue())
                ? a.getKey().compareTo(b.getKey())
                : Long.compare(b.getValue(), a.getValue()));
        StringBuilder out = new StringBuilder(count(redaction.total(), "value"));
        String before = ": ";
        for (Map.Entry<String, Long> kind : kinds) {
            out.append(before).append(number(kind.getValue())).append(' ').append(kind.getKey());
            before = ", ";
        }
        return out.toString();
    }
}
