package io.troubleshooter.template;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.template.Templates.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stage two: finds the places where words vary, and gives every masked line its template. */
final class Clustering {

    private static final int MAX_ROUNDS = 4;

    private final MaskedLines lines;
    private final Words words = new Words();
    private final TemplateText texts;

    Clustering(MaskedLines lines, MessageScanner scanner) {
        this.lines = lines;
        this.texts = new TemplateText(lines, scanner);
    }

    Templates templates() {
        List<Row> rows = new ArrayList<>(lines.size());
        for (int id = 0; id < lines.size(); id++) {
            rows.add(words.row(lines.masked(id), lines.shapes(id), id));
        }
        VariablePositions positions = new VariablePositions(words);
        rows = unite(rows);
        for (int round = 0; round < MAX_ROUNDS && positions.generalise(rows); round++) {
            rows = unite(rows);
        }
        return name(rows);
    }

    /** Makes one row of those that have become equal, in order of their first. */
    private static List<Row> unite(List<Row> rows) {
        LongIntMap seen = new LongIntMap(rows.size());
        List<Row> united = new ArrayList<>(rows.size());
        for (Row row : rows) {
            int number = seen.number(row.hashWithout(-1, -1));
            if (number < united.size()) {
                united.get(number).takeIn(row);
            } else {
                united.add(row);
            }
        }
        return united;
    }

    private Templates name(List<Row> rows) {
        List<RedactedText> all = new ArrayList<>(rows.size());
        for (Row row : rows) {
            all.add(texts.of(row));
        }
        all = TemplateUnion.of(all);
        Map<RedactedText, Integer> known = new HashMap<>();
        List<Template> templates = new ArrayList<>();
        int[] templateOf = new int[lines.size()];
        for (int i = 0; i < all.size(); i++) {
            int index = index(all.get(i), known, templates);
            for (int member : rows.get(i).members) {
                templateOf[member] = index;
            }
        }
        return new Templates(templateOf, templates);
    }

    private static int index(RedactedText text, Map<RedactedText, Integer> known, List<Template> templates) {
        Integer index = known.putIfAbsent(text, templates.size());
        if (index != null) {
            return index;
        }
        templates.add(new Template(Fingerprint.of(text), text));
        return templates.size() - 1;
    }
}
