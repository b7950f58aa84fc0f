package io.troubleshooter.frame;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a diagnosis may rest on, of one or more sources: immutable, redacted, bounded by {@link FrameLimits}. The
 * same input gives the same frame, whatever the number of threads.
 *
 * @param sources what was read, in the order given
 * @param time first and last time found, null where no line has one
 * @param levels number of records per level; every level is present
 * @param entities names found, most frequent first
 * @param groups event groups, the most telling first: errors before the rest, then by count
 * @param traces stack traces, grouped by fingerprint, most frequent first
 * @param findings rules that matched, in the order of their first match
 * @param timeline how the input runs over time
 * @param anomalies what stands out statistically
 * @param metrics numbers with a name found in the text
 * @param context the lines around the first errors, so that they can be cited and shown
 */
public record IncidentFrame(
        List<SourceSummary> sources,
        @Nullable TimeRange time,
        Map<Level, Long> levels,
        List<Entity> entities,
        List<EventGroup> groups,
        List<TraceGroup> traces,
        List<Finding> findings,
        Timeline timeline,
        List<Anomaly> anomalies,
        List<Metric> metrics,
        List<Exemplar> context,
        RedactionSummary redaction) {

    public static final String SCHEMA = "troubleshooter/frame/v1";

    /**
     * One source and how much of it was understood.
     *
     * @param id {@code S1}, {@code S2}, ...
     * @param name file name, {@code stdin}, ..., redacted
     * @param bytes read, after decompression
     * @param records logical records
     * @param plainLines lines in which no format was recognised
     * @param cutLines lines of which only the beginning was read
     * @param formats records per format
     * @param notes what was cut, not understood or assumed, as sentences: limits met, year or zone assumed, ...
     */
    public record SourceSummary(
            String id,
            RedactedText name,
            long lines,
            long bytes,
            long records,
            long plainLines,
            long cutLines,
            Map<String, Long> formats,
            List<String> notes) {}

    /**
     * From the first to the last time found.
     *
     * @param zone of times that name none: {@code UTC} or the id of a zone
     */
    public record TimeRange(Instant first, Instant last, String zone) {}

    /**
     * A thing that the input names.
     *
     * @param kind {@code host}, {@code ip}, {@code pod}, {@code namespace}, {@code service}, {@code arn}, {@code
     *     image}, {@code url}, {@code port}, {@code file}, {@code class}, {@code exception}, {@code status}, {@code
     *     error-code}, {@code request-id}, ...
     * @param lines the first few places
     */
    public record Entity(String kind, RedactedText value, long count, List<LineRef> lines) {}

    /**
     * Records of one template.
     *
     * @param fingerprint {@code v1:} and 16 hex digits of the template: equal across runs and inputs
     * @param template with {@code <*>} for the variable parts
     * @param level highest level of its records
     * @param harmless how many of its records a rule knows as noise
     */
    public record EventGroup(
            String fingerprint,
            RedactedText template,
            Level level,
            long count,
            long harmless,
            LineRef first,
            LineRef last,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime,
            List<Exemplar> exemplars) {}

    /**
     * Stack traces that are the same but for values and line numbers.
     *
     * @param types exception types, outermost first; the last is the deepest cause
     * @param cause type and message of the deepest cause
     * @param culprit first frame of the user's own code under the deepest cause, else its first frame; null where no
     *     frame was printed
     * @param inApp whether {@code culprit} is the user's own code
     */
    public record TraceGroup(
            String fingerprint,
            String language,
            List<RedactedText> types,
            RedactedText cause,
            @Nullable RedactedText culprit,
            boolean inApp,
            long count,
            LineRef first,
            @Nullable Instant firstTime,
            Exemplar exemplar) {}

    /**
     * How the input runs over time.
     *
     * @param bucket width of a bucket; null where no line has a time: then there are no buckets
     * @param buckets adjacent, in order, at most {@link FrameLimits#buckets()}
     * @param events notable moments in order of time, then of reading
     */
    public record Timeline(@Nullable Duration bucket, List<Bucket> buckets, List<Moment> events) {}

    /** Records of one stretch of time. */
    public record Bucket(Instant start, long total, long warnings, long errors) {}

    /**
     * A notable moment.
     *
     * @param kind {@code first-error}, {@code burst}, {@code gap}, {@code restart}, {@code deploy}
     */
    public record Moment(String kind, @Nullable Instant time, Level level, LineRef line, RedactedText text) {}

    /**
     * Something that stands out statistically.
     *
     * @param kind {@code rate-change}, {@code new-template}, {@code silence}
     * @param subject template or stream that it is about
     * @param score strength in the method's own unit
     * @param method name and source of the method
     * @param description one sentence with the figures
     */
    public record Anomaly(
            String kind,
            RedactedText subject,
            @Nullable Instant time,
            @Nullable LineRef line,
            double score,
            String method,
            String description) {}

    /** A named number found in the text; {@code unit} is {@code ms}, {@code %}, {@code bytes} or empty. */
    public record Metric(
            String name,
            String unit,
            long count,
            double min,
            double mean,
            double p50,
            double p95,
            double max,
            LineRef maxLine) {}
}
