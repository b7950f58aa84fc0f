package io.troubleshooter.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 2,000-line samples of Loghub (Zhu et al., ISSRE 2023) where they lie beside the checkout; their licence does not
 * let them be part of it.
 */
final class Loghub {

    static final List<String> SETS =
            List.of("Android", "Apache", "BGL", "Hadoop", "Linux", "OpenSSH", "Proxifier", "Spark", "Zookeeper");

    private final Path folder;

    private Loghub(Path folder) {
        this.folder = folder;
    }

    /** The samples, null where they are absent: {@code $TST_SHARED} or {@code shared} in a folder above. */
    static @Nullable Loghub find() {
        String given = System.getenv("TST_SHARED");
        if (given != null) {
            return in(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Loghub found = in(at.resolve("shared"));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Loghub in(Path shared) {
        Path folder = shared.resolve("data/loghub");
        return Files.isDirectory(folder) ? new Loghub(folder) : null;
    }

    /** The raw lines; of BGL without the label in front, which tells the answer. */
    List<String> lines(String set) {
        List<String> lines = new ArrayList<>();
        for (String line : read(set + "_2k.log").split("\r?\n")) {
            lines.add(set.equals("BGL") ? line.substring(line.indexOf(' ') + 1) : line);
        }
        return lines;
    }

    List<String> contents(String set) {
        return column(set + "_2k.log_structured_corrected.csv", "Content");
    }

    List<String> correctedTemplates(String set) {
        return column(set + "_2k.log_structured_corrected.csv", "EventTemplate");
    }

    List<String> originalTemplates(String set) {
        return column(set + "_2k.log_structured.csv", "EventTemplate");
    }

    private String read(String name) {
        try {
            Path file = folder.resolve(name.substring(0, name.indexOf('_'))).resolve(name);
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> column(String name, String column) {
        List<List<String>> rows = rows(read(name));
        int index = rows.get(0).indexOf(column);
        return rows.stream().skip(1).map(row -> row.get(index)).toList();
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append(csv.charAt(i++));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        if (!row.isEmpty()) {
            row.add(field.toString());
            rows.add(row);
        }
        return rows;
    }
}
