package io.troubleshooter.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.eval.EvalCase.Decisive;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads cases from their folders and checks everything about them that can be checked without an answer. */
public final class CaseReader {

    private static final Set<String> FIELDS = ordered(
            "id",
            "split",
            "area",
            "difficulty",
            "tags",
            "origin",
            "question",
            "verdict",
            "causes",
            "statements",
            "evidence",
            "wrong",
            "wrongStatements",
            "poison",
            "notes");
    private static final Set<String> SPLITS = ordered("dev", "test");
    private static final Set<String> DIFFICULTIES = ordered("easy", "medium", "hard");
    private static final Set<String> VERDICTS = ordered("incident", "no_incident", "insufficient_evidence");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final CaseRules rules;

    /** @param rules that the ids in {@code causes} and {@code wrong} have to be in */
    public CaseReader(RuleSet rules) {
        this.rules = new CaseRules(rules);
    }

    private static Set<String> ordered(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }

    /**
     * Reads every folder in {@code folder} as a case.
     *
     * @throws TroubleshooterException if there is no such folder, or none in it
     */
    public CaseSet read(Path folder) {
        List<EvalCase> cases = new ArrayList<>();
        List<CaseProblem> problems = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Path each : folders(folder)) {
            EvalCase read = readOne(each, problems);
            if (read != null && ids.add(read.id())) {
                cases.add(read);
            } else if (read != null) {
                problems.add(new CaseProblem(String.valueOf(each.getFileName()), "id", read.id() + " is taken"));
            }
        }
        return new CaseSet(cases, problems);
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> folders = entries.filter(Files::isDirectory).sorted().toList();
            if (!folders.isEmpty()) {
                return folders;
            }
        } catch (IOException unreadable) {
            // said below
        }
        throw new TroubleshooterException(
                Code.UNREADABLE_INPUT,
                "there are no cases in " + folder,
                "A case is a folder with case.json, README.md and input/.");
    }

    private @Nullable EvalCase readOne(Path folder, List<CaseProblem> problems) {
        String name = String.valueOf(folder.getFileName());
        JsonNode root = json(folder.resolve("case.json"), name, problems);
        if (root == null) {
            return null;
        }
        CaseFields fields = new CaseFields(name, root, problems);
        EvalCase read = read(fields, new CaseInputs(fields, folder.resolve("input")));
        if (!read.id().equals(name)) {
            fields.problem("id", "is " + read.id() + ", has to be the name of the folder");
        }
        if (!Files.isRegularFile(folder.resolve("README.md"))) {
            fields.problem("README.md", "is missing");
        }
        rules.check(read, fields);
        return read;
    }

    private static @Nullable JsonNode json(Path file, String name, List<CaseProblem> problems) {
        String message = "is no JSON object";
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            message = "is not valid JSON, line " + line;
        } catch (IOException unreadable) {
            message = "is missing or cannot be read";
        }
        problems.add(new CaseProblem(name, "case.json", message));
        return null;
    }

    private static EvalCase read(CaseFields fields, CaseInputs inputs) {
        fields.onlyKnown(FIELDS);
        return new EvalCase(
                fields.text("id"),
                fields.oneOf("split", SPLITS),
                fields.text("area"),
                fields.oneOf("difficulty", DIFFICULTIES),
                fields.texts("tags"),
                fields.textOrNull("question"),
                inputs.files(),
                verdict(fields),
                fields.texts("causes"),
                fields.texts("statements"),
                evidence(fields, inputs),
                fields.texts("wrong"),
                fields.texts("wrongStatements"),
                fields.texts("poison"));
    }

    private static Verdict verdict(CaseFields fields) {
        String word = fields.oneOf("verdict", VERDICTS);
        return word.isEmpty() ? Verdict.INCIDENT : Verdict.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<Decisive> evidence(CaseFields fields, CaseInputs inputs) {
        List<Decisive> evidence = new ArrayList<>();
        JsonNode list = fields.node("evidence");
        if (!list.isMissingNode() && !list.isArray()) {
            fields.problem("evidence", "has to be a list");
        }
        for (int i = 0; i < list.size(); i++) {
            LineRef lines = inputs.lines("evidence[" + i + "]", list.path(i));
            if (lines != null) {
                evidence.add(new Decisive(lines, list.path(i).path("like").asBoolean(false)));
            }
        }
        return evidence;
    }
}
