package io.troubleshooter.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a built-in pack: trusted JSON of our own build, for which loading a whole JSON library would cost start-up. */
final class Pack {

    private final byte[] b;
    private int at;

    private Pack(byte[] bytes) {
        b = bytes;
    }

    /** The entries of a pack on the class path. */
    static List<Map<String, Object>> entries(String resource) {
        try (InputStream in = Pack.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + resource);
            }
            List<Map<String, Object>> entries = new ArrayList<>();
            for (Object entry : (List<?>) new Pack(in.readAllBytes()).value()) {
                entries.add(map(entry));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** The strings of a list; a string alone is a list of one. */
    static List<String> strings(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return List.of(value.toString());
        }
        List<String> strings = new ArrayList<>();
        for (Object item : list) {
            strings.add(item.toString());
        }
        return strings;
    }

    private Object value() {
        at = JsonScanner.skipSpace(b, at, b.length);
        return switch (b[at]) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> scalar();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (!closed('}')) {
            String key = string();
            at = JsonScanner.skipSpace(b, at, b.length) + 1;
            object.put(key, value());
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (!closed(']')) {
            array.add(value());
        }
        return array;
    }

    private boolean closed(char bracket) {
        at = JsonScanner.skipSpace(b, at, b.length);
        if (b[at] == ',') {
            at = JsonScanner.skipSpace(b, at + 1, b.length);
        }
        if (b[at] == bracket) {
            at++;
            return true;
        }
        return false;
    }

    private String string() {
        int end = JsonScanner.skipString(b, at, b.length);
        String raw = new String(b, at + 1, end - at - 2, StandardCharsets.UTF_8);
        at = end;
        return raw.indexOf('\\') < 0 ? raw : unescape(raw);
    }

    private static String unescape(String raw) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            if (escape == 'u') {
                out.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                out.append(escape == 'n' ? '\n' : escape == 't' ? '\t' : escape);
            }
        }
        return out.toString();
    }

    private Object scalar() {
        int end = JsonScanner.skipValue(b, at, b.length);
        String text = new String(b, at, end - at, StandardCharsets.UTF_8);
        at = end;
        return text;
    }
}
