package io.troubleshooter.diagnosis;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads words from a resource beside this class; lines that begin with {@code #} are comments. */
final class WordFile {

    private WordFile() {}

    static Set<String> read(String name) {
        Set<String> words = new HashSet<>();
        for (String line : lines(name)) {
            words.addAll(List.of(line.split(" ", -1)));
        }
        words.remove("");
        return words;
    }

    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (String line : text(name).split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(String name) {
        try (InputStream in = WordFile.class.getResourceAsStream(name)) {
            if (in != null) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException broken) {
            // As if it were missing.
        }
        throw new TroubleshooterException(
                Code.INTERNAL, "The built-in resource diagnosis/" + name + " is missing.", "Reinstall.");
    }
}
