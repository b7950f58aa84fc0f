package io.troubleshooter.redact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The way back from placeholders to what stood there. A separate object that nothing makes unless asked to: it is no
 * part of any frame, report or request, and its text form shows a size only. Not thread-safe.
 */
public final class RevealMap {

    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String kind, int number, String value) {
        if (number > 0) {
            values.putIfAbsent(kind + ":" + number, value);
        }
    }

    void adopt(RevealMap part, Renumbering renumbering) {
        part.values.forEach((placeholder, value) -> values.putIfAbsent(renumbering.apply(placeholder), value));
    }

    public int size() {
        return values.size();
    }

    /** Gives each placeholder, such as {@code <ip:1>}, and its value, in the order of first sight. */
    public void forEach(BiConsumer<String, String> consumer) {
        values.forEach((placeholder, value) -> consumer.accept("<" + placeholder + ">", value));
    }

    @Override
    public String toString() {
        return "RevealMap[" + values.size() + " values]";
    }
}
