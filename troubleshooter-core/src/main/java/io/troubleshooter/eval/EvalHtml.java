package io.troubleshooter.eval;

import io.troubleshooter.eval.Section.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The report as one page that opens anywhere: no script, nothing loaded, light and dark. */
public final class EvalHtml {

    private static final List<String> LINKED = List.of("failures");

    private final StringBuilder out = new StringBuilder(32_768);

    private EvalHtml() {}

    public static String write(EvalReport report) {
        return new EvalHtml().page(report);
    }

    private String page(EvalReport report) {
        Sections sections = new Sections(report);
        List<Section> all = sections.all();
        head();
        out.append("<header>\n<h1>Evaluation</h1>\n<p class=\"muted\">").append(escaped(sections.subject()));
        out.append("</p>\n");
        verdict(report);
        tiles(report);
        contents(all);
        out.append("</header>\n<main>\n");
        out.append(TrendChart.of(List.copyOf(sections.trend().values())));
        for (Section section : all) {
            section(section, chart(section, report));
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String chart(Section section, EvalReport report) {
        boolean has = section.id().equals("calibration");
        return has ? CalibrationChart.of(Calibration.bins(report.judged().scores())) : "";
    }

    private void head() {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" ");
        out.append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.append("<title>Evaluation</title>\n<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
    }

    private static String style() {
        try (InputStream in = EvalHtml.class.getResourceAsStream("eval.css")) {
            return new String(Objects.requireNonNull(in, "eval.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void verdict(EvalReport report) {
        Gate.Outcome gate = report.gate();
        if (gate != null) {
            String words = gate.passed()
                    ? "The gate is passed."
                    : "The gate is not passed: " + gate.failures().size() + " of "
                            + gate.checks().size() + " demands failed.";
            out.append("<p class=\"verdict ")
                    .append(gate.passed() ? "good" : "bad")
                    .append("\"><a href=\"#gate\">");
            out.append(words).append("</a></p>\n");
        }
    }

    private void tiles(EvalReport report) {
        out.append("<dl class=\"tiles\">\n");
        for (Metric metric : List.of(
                Metric.TOP_1, Metric.TOP_3, Metric.RECALL, Metric.WRONG, Metric.FALSE_ALARMS, Metric.VALIDITY)) {
            Figure figure = report.judged().figure(metric, Run.ALL);
            if (figure.cases() > 0) {
                out.append("<div><dt>").append(Wording.of(metric)).append("</dt><dd>");
                out.append(escaped(Numbers.of(metric, figure.value()))).append("</dd></div>\n");
            }
        }
        out.append("</dl>\n");
    }

    private void contents(List<Section> sections) {
        out.append("<nav>");
        for (Section section : sections) {
            out.append("<a href=\"#")
                    .append(section.id())
                    .append("\">")
                    .append(section.title())
                    .append("</a> ");
        }
        out.append("</nav>\n");
    }

    private void section(Section section, String chart) {
        out.append("<section id=\"")
                .append(section.id())
                .append("\">\n<h2>")
                .append(section.title())
                .append("</h2>\n");
        if (!section.intro().isEmpty()) {
            out.append("<p class=\"muted\">").append(escaped(section.intro())).append("</p>\n");
        }
        out.append("<div class=\"scroll\"><table>\n<thead><tr>");
        for (String head : section.heads()) {
            out.append("<th scope=\"col\">").append(escaped(head)).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        section.rows().forEach(row -> row(row, LINKED.contains(section.id())));
        out.append("</tbody>\n</table></div>\n").append(chart).append("</section>\n");
    }

    /** @param linked whether the first cell is a case that has a row below */
    private void row(Row row, boolean linked) {
        out.append("<tr").append(row.anchor().isEmpty() ? "" : " id=\"" + row.anchor() + "\"");
        out.append(row.tone().isEmpty() ? "" : " class=\"" + row.tone() + "\"").append('>');
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = escaped(row.cells().get(i));
            String link = "<a href=\"#" + CaseSections.anchor(row.cells().get(0)) + "\">" + cell + "</a>";
            out.append(i == 0 ? "<th scope=\"row\">" : isNumber(cell) ? "<td class=\"number\">" : "<td>");
            out.append(i == 0 && linked ? link : cell).append(i == 0 ? "</th>" : "</td>");
        }
        out.append("</tr>\n");
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && "0123456789+−±–$".indexOf(cell.charAt(0)) >= 0;
    }

    static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
