package io.troubleshooter.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a {@code case.json}; what does not fit is noted, and a harmless value is given instead. */
final class CaseFields {

    private final String caseId;
    private final JsonNode root;
    private final List<CaseProblem> problems;

    CaseFields(String caseId, JsonNode root, List<CaseProblem> problems) {
        this.caseId = caseId;
        this.root = root;
        this.problems = problems;
    }

    void problem(String field, String message) {
        problems.add(new CaseProblem(caseId, field, message));
    }

    JsonNode node(String field) {
        return root.path(field);
    }

    String text(String field) {
        JsonNode node = root.path(field);
        if (node.isTextual() && !node.textValue().isBlank()) {
            return node.textValue();
        }
        problem(field, node.isMissingNode() ? "is missing" : "has to be a text that is not blank");
        return "";
    }

    String oneOf(String field, Set<String> allowed) {
        String text = text(field);
        if (!text.isEmpty() && !allowed.contains(text)) {
            problem(field, "is " + text + ", has to be one of " + String.join(", ", allowed));
            return "";
        }
        return text;
    }

    @Nullable
    String textOrNull(String field) {
        JsonNode node = root.path(field);
        return node.isMissingNode() || node.isNull() ? null : text(field);
    }

    /** Empty where the field is missing. */
    List<String> texts(String field) {
        JsonNode node = root.path(field);
        List<String> texts = new ArrayList<>();
        if (!node.isMissingNode() && !node.isArray()) {
            problem(field, "has to be a list of texts");
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode element = node.path(i);
            if (element.isTextual() && !element.textValue().isBlank()) {
                texts.add(element.textValue());
            } else {
                problem(field + "[" + i + "]", "has to be a text that is not blank");
            }
        }
        return texts;
    }

    void onlyKnown(Set<String> known) {
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problem(name, "is no field of a case");
            }
        });
    }
}
