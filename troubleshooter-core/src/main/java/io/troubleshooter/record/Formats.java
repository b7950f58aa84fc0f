package io.troubleshooter.record;

import java.util.List;
import java.util.Map;

/** The built-in formats, read from their pack on first need. */
final class Formats {

    private static final String PACK = "/io/troubleshooter/packs/formats.json";

    private final KeyTable keys;
    private final JsonKinds jsonKinds = new JsonKinds();

    private Formats(List<Map<String, Object>> entries) {
        KeyTable table = new KeyTable();
        for (Map<String, Object> entry : entries) {
            if ("keys".equals(entry.get("kind"))) {
                table = KeyTable.of(entry);
            }
        }
        keys = table;
    }

    static Formats builtIn() {
        return Holder.FORMATS;
    }

    KeyTable keys() {
        return keys;
    }

    JsonKinds jsonKinds() {
        return jsonKinds;
    }

    private static final class Holder {
        static final Formats FORMATS = new Formats(Pack.entries(PACK));
    }
}
