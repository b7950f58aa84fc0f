package io.troubleshooter.eval;

import io.troubleshooter.eval.Section.Row;
import java.util.ArrayList;
import java.util.List;

/** The report for a terminal: what matters, in columns. */
public final class EvalText {

    private static final int WIDEST = 72;

    private EvalText() {}

    /** The report as plain text without control codes. */
    public static String write(EvalReport report) {
        Sections sections = new Sections(report);
        StringBuilder out = new StringBuilder(Printable.of(sections.subject())).append('\n');
        for (Section section : parts(sections)) {
            out.append('\n').append(section.title()).append('\n');
            table(out, section);
            out.append(section.intro().isEmpty() ? "" : "  " + Printable.of(section.intro()) + "\n");
        }
        return out.append(verdict(report)).toString();
    }

    private static List<Section> parts(Sections sections) {
        List<Section> parts = new ArrayList<>(List.of(sections.figures(), sections.beside()));
        for (Grouping grouping : Grouping.values()) {
            parts.add(sections.groups(grouping));
        }
        parts.addAll(List.of(
                sections.calibration(),
                sections.spread(),
                sections.comparison(),
                sections.failures(),
                sections.gate()));
        parts.removeIf(Section::isEmpty);
        return parts;
    }

    private static String verdict(EvalReport report) {
        Gate.Outcome gate = report.gate();
        if (gate == null) {
            return "";
        }
        int failed = gate.failures().size();
        return failed == 0 ? "\nThe gate is passed.\n" : "\nThe gate is not passed: " + failed + " demands failed.\n";
    }

    private static void table(StringBuilder out, Section section) {
        List<List<String>> lines = new ArrayList<>();
        if (!section.heads().get(0).isEmpty()) {
            lines.add(section.heads());
        }
        for (Row row : section.rows()) {
            lines.add(row.cells().stream().map(Printable::of).toList());
        }
        int[] widths = new int[section.heads().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, line.get(i).length()));
            }
        }
        lines.forEach(line -> line(out, line, widths));
    }

    private static void line(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            line.append("  ").append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length())));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
