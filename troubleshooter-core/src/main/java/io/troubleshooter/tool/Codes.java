package io.troubleshooter.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The codes that systems answer with, from resources beside this class: a line each, tab-separated. */
public final class Codes {

    /** In this order a bare number is explained. */
    public static final List<String> KINDS =
            List.of("exit", "http", "sqlstate", "grpc", "errno", "signal", "aws", "tls", "windows");

    private static final int COLUMNS = 3;

    private static final class Known {
        private static final Map<String, List<Code>> BY_NAME = load();
    }

    private Codes() {}

    /** The codes of that name, of any kind, the likeliest first; letters in any case. */
    public static List<Code> find(String name) {
        return Known.BY_NAME.getOrDefault(key(name), List.of());
    }

    /** The codes of that name and kind. */
    public static List<Code> find(String name, String kind) {
        return find(name).stream().filter(code -> code.kind().equals(kind)).toList();
    }

    /** All codes, by kind. */
    public static List<Code> all() {
        return Known.BY_NAME.values().stream().flatMap(List::stream).distinct().toList();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<Code>> load() {
        Map<String, List<Code>> codes = new LinkedHashMap<>();
        for (String kind : KINDS) {
            for (String line : text("codes/" + kind + ".tsv").split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    Code code = read(kind, line);
                    for (String name : code.names()) {
                        codes.computeIfAbsent(key(name), known -> new ArrayList<>())
                                .add(code);
                    }
                }
            }
        }
        codes.replaceAll((name, found) -> List.copyOf(found));
        return Collections.unmodifiableMap(codes);
    }

    private static Code read(String kind, String line) {
        String[] columns = line.strip().split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("a line of codes/" + kind + ".tsv has not " + COLUMNS + " columns");
        }
        return new Code(kind, List.of(columns[0].split("\\|", -1)), columns[1], columns[2]);
    }

    private static String text(String path) {
        try (InputStream in = Codes.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + path + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the resource " + path + " cannot be read", unreadable);
        }
    }
}
