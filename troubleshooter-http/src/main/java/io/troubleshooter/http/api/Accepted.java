package io.troubleshooter.http.api;

import io.troubleshooter.http.view.ReportView;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which form of a report an {@code Accept} header asks for. */
final class Accepted {

    private static final Pattern QUALITY = Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)(?=\\s*(;|$))");

    private Accepted() {}

    /**
     * A type and how much it is wanted.
     *
     * @param quality 0 for not at all, to 1
     */
    private record Wanted(String type, double quality) {

        static Wanted of(String word) {
            Matcher quality = QUALITY.matcher(word);
            double given = quality.find() ? Double.parseDouble(quality.group(1)) : 1;
            int parameters = word.indexOf(';');
            return new Wanted((parameters < 0 ? word : word.substring(0, parameters)).strip(), given);
        }
    }

    /** The most wanted form that there is; empty where all that is wanted is something else. */
    static Optional<ReportView.Format> first(String accept) {
        return Arrays.stream(accept.split(","))
                .map(Wanted::of)
                .filter(wanted -> wanted.quality > 0)
                .sorted(Comparator.comparingDouble(Wanted::quality).reversed())
                .flatMap(wanted -> form(wanted.type).stream())
                .findFirst();
    }

    private static Optional<ReportView.Format> form(String type) {
        return switch (type) {
            case "*/*", "application/*", "application/json", "application/problem+json" ->
                Optional.of(ReportView.Format.JSON);
            case "text/markdown" -> Optional.of(ReportView.Format.MARKDOWN);
            case "text/html" -> Optional.of(ReportView.Format.HTML);
            case "text/plain", "text/*" -> Optional.of(ReportView.Format.TEXT);
            default -> Optional.empty();
        };
    }
}
