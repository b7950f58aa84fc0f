package io.troubleshooter.http.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an object, and says which one is wrong. */
record FormFields(JsonNode form) {

    boolean has(String name) {
        JsonNode value = form.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    /** A text that fits; null where there is none. */
    @Nullable
    String text(String name, Pattern fits, String expected) {
        if (!has(name)) {
            return null;
        }
        JsonNode value = form.path(name);
        String text = value.isTextual() ? value.textValue() : value.isIntegralNumber() ? value.asText() : "";
        if (!fits.matcher(text).matches() || text.isBlank()) {
            throw wrong(name, expected);
        }
        return text;
    }

    /** Texts that fit; none where there is no such field. */
    List<String> texts(String name, int most, Pattern fits, String expected) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : form.path(name)) {
            if (!each.isTextual() || !fits.matcher(each.textValue()).matches()) {
                throw wrong(name, expected);
            }
            texts.add(each.textValue());
        }
        if (has(name) && (!form.path(name).isArray() || texts.isEmpty()) || texts.size() > most) {
            throw wrong(name, expected);
        }
        return texts;
    }

    int number(String name, int most) {
        JsonNode value = form.path(name);
        if (has(name) && !(value.isInt() && value.intValue() >= 1 && value.intValue() <= most)) {
            throw wrong(name, "a whole number from 1 to " + most);
        }
        return has(name) ? value.intValue() : most;
    }

    static ProblemException wrong(String name, String expected) {
        return ProblemException.invalid(pointer(name), name + " has to be " + expected + ".");
    }

    static String pointer(String name) {
        return "/cloudwatch/" + name;
    }
}
