package io.troubleshooter.http.view;

import io.troubleshooter.conversation.AnswerReport;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.report.HtmlReport;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.report.MarkdownReport;
import io.troubleshooter.report.PostmortemReport;
import io.troubleshooter.report.Report;
import io.troubleshooter.report.TextOptions;
import io.troubleshooter.report.TextReport;
import java.util.Locale;
import java.util.Map;

/**
 * The newest diagnosis as a file, with what was replied to the last question.
 *
 * @param fileName of letters, digits, dots and hyphens
 */
public record ReportView(String text, String contentType, String fileName) {

    /** A report opened in place of being kept runs nothing, asks nobody and is not of this service's origin. */
    public static final String CONTENT_SECURITY_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final int WIDTH = 100;

    /** How it is written. */
    public enum Format {
        MARKDOWN("md", "text/markdown; charset=utf-8"),
        POSTMORTEM("md", "text/markdown; charset=utf-8"),
        TEXT("txt", "text/plain; charset=utf-8"),
        JSON("json", "application/json"),
        HTML("html", "text/html; charset=utf-8");

        private final String suffix;
        private final String type;

        Format(String suffix, String type) {
            this.suffix = suffix;
            this.type = type;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws ProblemException if there is none of this name */
        public static Format of(String word) {
            for (Format format : values()) {
                if (format.word().equals(word)) {
                    return format;
                }
            }
            throw ProblemException.invalid("?format", "format has to be markdown, html, json, postmortem or text.");
        }

        Report report() {
            return switch (this) {
                case MARKDOWN -> new MarkdownReport();
                case POSTMORTEM -> new PostmortemReport();
                case TEXT -> new TextReport(new TextOptions(WIDTH, false, true, Map.of()));
                case JSON -> new JsonReport(false);
                case HTML -> new HtmlReport();
            };
        }
    }

    /**
     * A diagnosis of its own, without a session.
     *
     * @param withFrame whether JSON has the incident frame too
     */
    public static ReportView of(Diagnosis diagnosis, Format format, boolean withFrame) {
        Report report = format == Format.JSON ? new JsonReport(withFrame) : format.report();
        return new ReportView(report.render(diagnosis), format.type, "report." + format.suffix);
    }

    /** @param session of whose id the beginning gets into the name of the file */
    public static ReportView of(Snapshot snapshot, String session, String word) {
        Format format = Format.of(word);
        String place = session.replaceAll("[^A-Za-z0-9]", "");
        String kind = format == Format.POSTMORTEM ? "postmortem" : "report";
        return new ReportView(
                text(snapshot, format),
                format.type,
                kind + "-" + place.substring(0, Math.min(8, place.length())) + "." + format.suffix);
    }

    private static String text(Snapshot snapshot, Format format) {
        Turn turn = snapshot.turn();
        return turn == null
                ? format.report().render(snapshot.diagnosis())
                : AnswerReport.render(format.report(), format.word(), turn.answer(), turn.question(), WIDTH);
    }
}
