package io.troubleshooter.eval;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.text.LineRef;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The input files of a case and how many lines each has. */
final class CaseInputs {

    private final CaseFields fields;
    private final List<Path> files;
    private final List<Long> lines = new ArrayList<>();

    CaseInputs(CaseFields fields, Path folder) {
        this.fields = fields;
        this.files = files(folder);
        for (Path file : files) {
            lines.add(count(file));
        }
        if (files.isEmpty()) {
            fields.problem("input", "has no file");
        }
    }

    List<Path> files() {
        return files;
    }

    private List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    private long count(Path file) {
        long breaks = 0;
        int last = '\n';
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                breaks += next == '\n' ? 1 : 0;
                last = next;
            }
        } catch (IOException unreadable) {
            fields.problem("input", file.getFileName() + " cannot be read");
        }
        long count = breaks + (last == '\n' ? 0 : 1);
        if (count == 0) {
            fields.problem("input", file.getFileName() + " is empty");
        }
        return count;
    }

    /** The lines that {@code {"source": "S1", "lines": [1, 2]}} names; null, and a problem, where there are none such. */
    @Nullable
    LineRef lines(String field, JsonNode node) {
        String source = node.path("source").asText("");
        int number = number(source);
        if (number < 1 || number > files.size()) {
            fields.problem(field + ".source", "has to be S1 to S" + files.size() + ", the files of input/ in order");
            return null;
        }
        JsonNode range = node.path("lines");
        long first = range.path(0).asLong(0);
        long last = range.path(1).asLong(0);
        long count = lines.get(number - 1);
        if (!range.isArray() || range.size() != 2 || first < 1 || last < first) {
            fields.problem(field + ".lines", "has to be [first, last], counted from 1");
            return null;
        }
        if (last > count) {
            fields.problem(field + ".lines", "ends at " + last + ", but " + source + " has " + count + " lines");
            return null;
        }
        return new LineRef(source, first, last);
    }

    private static int number(String source) {
        if (source.length() < 2 || source.length() > 4 || source.charAt(0) != 'S') {
            return 0;
        }
        int number = 0;
        for (int i = 1; i < source.length(); i++) {
            int digit = source.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
