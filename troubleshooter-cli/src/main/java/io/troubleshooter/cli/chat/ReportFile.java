package io.troubleshooter.cli.chat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.report.HtmlReport;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.report.MarkdownReport;
import io.troubleshooter.report.Report;
import io.troubleshooter.report.TextOptions;
import io.troubleshooter.report.TextReport;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /report FILE}: what the end of the name says is what is written. An existing file is left alone. */
final class ReportFile {

    private ReportFile() {}

    /** Returns what to tell. */
    static String write(String name, Diagnosis diagnosis) {
        Report report = forName(name.toLowerCase(Locale.ROOT));
        if (report == null) {
            return "Give a name that ends in .md, .html, .json or .txt.";
        }
        try {
            Files.writeString(Path.of(name), report.render(diagnosis), StandardOpenOption.CREATE_NEW);
            return "written: " + name;
        } catch (FileAlreadyExistsException there) {
            return name + " is there already; nothing was written.";
        } catch (IOException | java.nio.file.InvalidPathException failed) {
            return name + " cannot be written: check the folder, the rights and the free space.";
        }
    }

    private static @Nullable Report forName(String name) {
        if (name.endsWith(".md")) {
            return new MarkdownReport();
        } else if (name.endsWith(".html")) {
            return new HtmlReport();
        } else if (name.endsWith(".json")) {
            return new JsonReport(false);
        }
        return name.endsWith(".txt") ? new TextReport(new TextOptions(0, false, true, Map.of())) : null;
    }
}
