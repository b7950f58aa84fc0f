package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Checks arguments against the part of JSON Schema that tools use: properties with a type, an enumeration, bounds of
 * numbers and of lengths, required ones, and no others where none are allowed. Further keywords are left to the tool.
 */
final class ArgumentSchema {

    private final JsonNode schema;

    ArgumentSchema(JsonNode schema) {
        this.schema = schema;
    }

    /** @throws ToolException if they do not fit; its message says what is wanted and repeats no value */
    void check(JsonNode arguments) {
        if (!arguments.isObject()) {
            throw new ToolException("The arguments must be a JSON object. " + known());
        }
        JsonNode properties = schema.path("properties");
        for (JsonNode name : schema.path("required")) {
            if (!arguments.hasNonNull(name.asText())) {
                throw new ToolException("The argument " + name.asText() + " is missing. " + known());
            }
        }
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            JsonNode property = properties.get(argument.getKey());
            if (property != null && !argument.getValue().isNull()) {
                check(argument.getKey(), argument.getValue(), property);
            } else if (property == null && isClosed()) {
                throw new ToolException("There is an argument that the tool does not have. " + known());
            }
        }
    }

    private boolean isClosed() {
        JsonNode others = schema.get("additionalProperties");
        return others != null && others.isBoolean() && !others.booleanValue();
    }

    private String known() {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = schema.path("properties").fieldNames(); all.hasNext(); ) {
            names.add(all.next());
        }
        return "It takes: " + String.join(", ", names) + ".";
    }

    private static void check(String name, JsonNode value, JsonNode property) {
        String type = property.path("type").asText("");
        if (!isA(value, type)) {
            throw new ToolException("The argument " + name + " must be of the type " + type + ".");
        }
        checkChoice(name, value, property.path("enum"));
        if (value.isTextual()) {
            checkRange(name + " (its length)", value.textValue().length(), property, "minLength", "maxLength");
        } else if (value.isNumber()) {
            checkRange(name, value.doubleValue(), property, "minimum", "maximum");
        } else if (value.isArray()) {
            checkRange(name + " (its length)", value.size(), property, "minItems", "maxItems");
        }
    }

    private static boolean isA(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private static void checkChoice(String name, JsonNode value, JsonNode choices) {
        if (choices.isArray() && !choices.isEmpty()) {
            List<String> allowed = new ArrayList<>();
            for (JsonNode choice : choices) {
                if (choice.equals(value)) {
                    return;
                }
                allowed.add(choice.asText());
            }
            throw new ToolException("The argument " + name + " must be one of: " + String.join(", ", allowed) + ".");
        }
    }

    private static void checkRange(String name, double value, JsonNode property, String min, String max) {
        JsonNode least = property.path(min);
        JsonNode most = property.path(max);
        if (least.isNumber() && value < least.doubleValue() || most.isNumber() && value > most.doubleValue()) {
            throw new ToolException("The argument " + name + " must be " + range(least, most) + ".");
        }
    }

    private static String range(JsonNode least, JsonNode most) {
        if (least.isNumber() && most.isNumber()) {
            return least.asText() + " to " + most.asText();
        }
        return least.isNumber() ? least.asText() + " or more" : most.asText() + " or less";
    }
}
