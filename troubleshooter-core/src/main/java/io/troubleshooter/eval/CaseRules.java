package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.rule.RuleSet;
import java.util.List;

/** What has to hold between the fields of a case, and between a case and the rules. */
final class CaseRules {

    private static final String GENERIC = "generic/";

    private final RuleSet rules;

    CaseRules(RuleSet rules) {
        this.rules = rules;
    }

    void check(EvalCase read, CaseFields fields) {
        known("causes", read.causes(), fields);
        known("wrong", read.wrong(), fields);
        for (String cause : read.causes()) {
            if (read.wrong().contains(cause)) {
                fields.problem("wrong", cause + " is also in causes");
            }
        }
        provenance(read, fields);
        if (read.verdict() == Verdict.INCIDENT) {
            incident(fields);
        } else if (!read.causes().isEmpty()) {
            fields.problem("causes", "has to be empty where the verdict is not incident");
        }
        if (read.tags().contains("benign") != (read.verdict() == Verdict.NO_INCIDENT)) {
            fields.problem("tags", "benign and the verdict no_incident go together");
        }
        if (!read.poison().isEmpty() && !read.tags().contains("injection")) {
            fields.problem("poison", "is for cases with the tag injection");
        }
    }

    private void known(String field, List<String> ids, CaseFields fields) {
        for (String id : ids) {
            if (id.startsWith(GENERIC) && field.equals("causes")) {
                fields.problem(field, id + ": generic causes are judged by statements");
            } else if (!id.startsWith(GENERIC) && rules.get(id) == null) {
                fields.problem(field, "there is no rule " + id);
            }
        }
    }

    private static void provenance(EvalCase read, CaseFields fields) {
        if (read.tags().contains("captured") == read.tags().contains("written")) {
            fields.problem("tags", "has to name one of captured and written");
        }
        String kind = fields.node("origin").path("kind").asText("");
        if (!read.tags().contains(kind)) {
            fields.problem("origin.kind", "has to be captured or written, as the tags say");
        }
    }

    private static void incident(CaseFields fields) {
        if (fields.node("statements").isEmpty()) {
            fields.problem("statements", "has to hold a phrase by which a right answer is known");
        }
        if (fields.node("evidence").isEmpty()) {
            fields.problem("evidence", "has to name the decisive lines");
        }
    }
}
