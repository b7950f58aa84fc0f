package io.troubleshooter;

import io.troubleshooter.Troubleshooter.TemplateSink;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.template.TemplateMiner;
import io.troubleshooter.template.Templates;
import io.troubleshooter.template.Templates.Template;
import java.util.Arrays;

/** The template of every physical line. The lines of one record share its template. */
final class TemplateStream {

    private static final int NONE = -1;

    private final Settings settings;
    private final TemplateMiner miner;
    private int[] maskedOf = new int[1024];
    private int lines;

    TemplateStream(Settings settings) {
        this.settings = settings;
        this.miner = new TemplateMiner(settings.frameLimits().maskedLines());
    }

    void read(LogSource source, TemplateSink sink) {
        new RecordStream(settings, this::add).read(source);
        Templates templates = miner.cluster();
        for (int line = 0; line < lines; line++) {
            give(line, templates, sink);
        }
    }

    private void give(int line, Templates templates, TemplateSink sink) {
        if (maskedOf[line] == NONE) {
            sink.accept(line + 1L, "", "");
            return;
        }
        Template template = templates.all().get(templates.indexOf(maskedOf[line]));
        sink.accept(line + 1L, template.fingerprint(), template.text().toString());
    }

    private void add(LogRecord record) {
        int masked = miner.add(record);
        int first = Math.toIntExact(record.lines().first() - 1);
        int last = Math.toIntExact(record.lines().last());
        grow(last);
        for (int line = first; line < last; line++) {
            // Interleaved streams: a record may span lines that another one owns.
            maskedOf[line] = maskedOf[line] == NONE ? masked : maskedOf[line];
        }
        maskedOf[first] = masked;
    }

    private void grow(int size) {
        if (size > maskedOf.length) {
            maskedOf = Arrays.copyOf(maskedOf, Math.max(size, maskedOf.length * 2));
        }
        if (size > lines) {
            Arrays.fill(maskedOf, lines, size, NONE);
            lines = size;
        }
    }
}
