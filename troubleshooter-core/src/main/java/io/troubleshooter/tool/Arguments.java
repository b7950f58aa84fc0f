package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.record.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Arguments that fit their schema, by name. */
record Arguments(JsonNode node) {

    @Nullable
    String text(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isTextual() || value.textValue().isBlank() ? null : value.textValue();
    }

    /** @throws ToolException if it is blank */
    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw new ToolException("The argument " + name + " must not be blank.");
        }
        return text;
    }

    int number(String name, int other) {
        JsonNode value = node.get(name);
        return value == null || !value.isNumber() ? other : value.intValue();
    }

    long line(String name) {
        return node.path(name).longValue();
    }

    Level level(Level other) {
        String name = text("level");
        return name == null ? other : Level.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
