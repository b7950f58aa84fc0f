package io.troubleshooter.prompt;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads prompts with their front matter from the class path, beside this class. */
final class PromptResources {

    static final String INDEX = "index.txt";

    private PromptResources() {}

    static Prompts load() {
        Map<String, List<Prompt>> versions = new TreeMap<>();
        for (String path : paths(text(INDEX))) {
            Prompt prompt = PromptFile.read(path, text(path));
            versions.computeIfAbsent(prompt.id(), id -> new ArrayList<>()).add(prompt);
        }
        versions.values().forEach(known -> known.sort(Comparator.comparingInt(Prompt::version)));
        return new Prompts(versions);
    }

    /** The lines of an index without blank ones and comments. */
    static List<String> paths(String index) {
        return index.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /**
     * A resource as text with {@code \n} as line break, whatever the checkout made of it.
     *
     * @throws TroubleshooterException if there is none at that path
     */
    static String text(String path) {
        if (!isPlain(path)) {
            throw missing(path);
        }
        try (InputStream in = PromptResources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw missing(path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw missing(path);
        }
    }

    /** Below this package: no way up, no absolute path. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!word && "/._-".indexOf(c) < 0) {
                return false;
            }
        }
        return !path.isEmpty() && path.charAt(0) != '/' && !path.contains("..");
    }

    private static TroubleshooterException missing(String path) {
        return new TroubleshooterException(
                Code.INTERNAL,
                "The built-in resource prompt/" + path + " is missing.",
                "Reinstall; if it was repackaged, keep resources beside their classes.");
    }
}
