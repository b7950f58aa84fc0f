package io.troubleshooter.http.api;

import io.troubleshooter.http.view.ReportView;
import java.util.Optional;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** Which form of a report an {@code Accept} header asks for. */
final class Accepted {

    private Accepted() {}

    /** The most wanted form that there is; empty where all that is wanted is something else. */
    static Optional<ReportView.Format> first(String accept) {
        QuotedQualityCSV wanted = new QuotedQualityCSV();
        wanted.addValue(accept);
        return wanted.getValues().stream().flatMap(type -> form(type).stream()).findFirst();
    }

    private static Optional<ReportView.Format> form(String type) {
        String plain = type.replaceAll(";.*", "").strip();
        return Optional.ofNullable(
                switch (plain) {
                    case "*/*", "application/*", "application/json", "application/problem+json" ->
                        ReportView.Format.JSON;
                    case "text/markdown" -> ReportView.Format.MARKDOWN;
                    case "text/html" -> ReportView.Format.HTML;
                    case "text/plain", "text/*" -> ReportView.Format.TEXT;
                    default -> null;
                });
    }
}
