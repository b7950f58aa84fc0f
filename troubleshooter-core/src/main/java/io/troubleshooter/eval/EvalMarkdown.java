package io.troubleshooter.eval;

import io.troubleshooter.eval.Section.Row;
import java.util.List;

/** The report as Markdown; text of cases cannot act as markup. */
public final class EvalMarkdown {

    private EvalMarkdown() {}

    public static String write(EvalReport report) {
        Sections sections = new Sections(report);
        StringBuilder out = new StringBuilder("# Evaluation\n\n");
        out.append(escaped(sections.subject())).append('\n');
        for (Section section : sections.all()) {
            out.append("\n## ").append(section.title()).append("\n\n");
            out.append(section.intro().isEmpty() ? "" : escaped(section.intro()) + "\n\n");
            line(out, section.heads());
            line(out, section.heads().stream().map(head -> "---").toList());
            for (Row row : section.rows()) {
                line(out, row.cells().stream().map(EvalMarkdown::escaped).toList());
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : Printable.of(text).toCharArray()) {
            out.append("\\`*_[]<>|#!~&".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString();
    }
}
