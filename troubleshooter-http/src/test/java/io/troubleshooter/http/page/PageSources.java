package io.troubleshooter.http.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the page as they are written, without libraries. */
final class PageSources {

    private static final Path FOLDER = Path.of("src/main/resources/io/troubleshooter/http/page");

    private PageSources() {}

    static Map<String, String> all() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.forEach(file -> texts.put(String.valueOf(file.getFileName()), text(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return texts;
    }

    static Set<String> names() {
        return all().keySet();
    }

    static Map<String, String> modules() {
        Map<String, String> modules = all();
        modules.keySet().removeIf(name -> !name.endsWith(".js"));
        return modules;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
