package io.troubleshooter.cli;

import io.troubleshooter.report.HtmlReport;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.report.MarkdownReport;
import io.troubleshooter.report.PostmortemReport;
import io.troubleshooter.report.Report;
import io.troubleshooter.report.TextOptions;
import io.troubleshooter.report.TextReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The report asked for. */
final class Reports {

    private Reports() {}

    static Report of(Settings settings, Surroundings around, List<Inputs.Input> inputs) {
        String format = settings.choice(Option.FORMAT);
        boolean frame = settings.has(Option.WITH_FRAME);
        if (frame && !format.equals("json")) {
            throw new UsageException("--with-frame belongs to --format json", "Or print the frame alone: tst frame");
        }
        return switch (format) {
            case "markdown" -> new MarkdownReport();
            case "json" -> new JsonReport(frame);
            case "html" -> new HtmlReport();
            case "postmortem" -> new PostmortemReport();
            default -> text(settings, around, inputs);
        };
    }

    private static Report text(Settings settings, Surroundings around, List<Inputs.Input> inputs) {
        return new TextReport(new TextOptions(
                Looks.width(settings, around),
                Looks.color(settings, around),
                settings.has(Option.VERBOSE),
                Looks.hyperlinks(settings, around) ? links(inputs) : Map.of()));
    }

    /** What is shown while reading goes on: always the short one. */
    static Report interim(Settings settings, Surroundings around, List<Inputs.Input> inputs) {
        int width = Looks.width(settings, around);
        boolean color = around.terminals().err() && Looks.color(settings, around);
        return new TextReport(new TextOptions(width, color, false, Map.of()));
    }

    /** Source ids count inputs in their order; a directory stands for several, so nothing after it is linked. */
    private static Map<String, String> links(List<Inputs.Input> inputs) {
        Map<String, String> links = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Path path = inputs.get(i).path();
            if (path != null && Files.isDirectory(path)) {
                return links;
            }
            if (path != null) {
                links.put("S" + (i + 1), path.toAbsolutePath().toUri() + "#{line}");
            }
        }
        return links;
    }
}
