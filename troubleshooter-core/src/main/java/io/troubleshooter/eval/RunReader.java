package io.troubleshooter.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.eval.CaseScore.ByModel;
import io.troubleshooter.eval.CaseScore.Effort;
import io.troubleshooter.eval.CaseScore.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads runs that {@link RunJson} wrote. */
public final class RunReader {

    private RunReader() {}

    /**
     * Reads a run.
     *
     * @throws TroubleshooterException if the file cannot be read or is no run
     */
    public static Run read(Path file) {
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readString(file));
            if (json.path("schema").asText("").equals(Run.SCHEMA)) {
                return run(json);
            }
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException broken) {
            // said below
        } catch (IOException unreadable) {
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT, "cannot read the run " + file, "Runs are kept by tst eval --save DIR.");
        }
        throw new TroubleshooterException(
                Code.UNREADABLE_INPUT, file + " is no run of tst eval", "Runs are kept by tst eval --save DIR.");
    }

    /**
     * The runs of an analyst in a folder, the oldest first.
     *
     * @throws TroubleshooterException if the folder or one of its runs cannot be read
     */
    public static List<Run> all(Path folder, String analyst) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RunReader::read)
                    .filter(run -> run.analyst().equals(analyst))
                    .sorted(Comparator.comparing(Run::time))
                    .toList();
        } catch (IOException unreadable) {
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT, "cannot read the folder " + folder, "Check the path and the rights.");
        }
    }

    private static Run run(JsonNode json) {
        List<CaseScore> scores = new ArrayList<>();
        json.path("cases").forEach(each -> scores.add(score(each)));
        return new Run(
                json.path("id").asText(""),
                Instant.parse(json.path("time").asText("")),
                json.path("analyst").asText(""),
                text(json.path("model")),
                text(json.path("promptVersion")),
                json.path("rulesVersion").asText(""),
                json.path("version").asText(""),
                json.path("repeats").asInt(1),
                json.path("skipped").asInt(0),
                scores);
    }

    private static CaseScore score(JsonNode json) {
        return new CaseScore(
                label(json),
                json.path("repeat").asInt(0),
                verdict(json.path("verdict")),
                text(json.path("cause")),
                json.path("rank").asInt(0),
                json.path("confidence").asDouble(Double.NaN),
                json.path("wrong").asBoolean(),
                json.path("precision").asDouble(Double.NaN),
                json.path("recall").asDouble(Double.NaN),
                share(json.path("citations")),
                share(json.path("claims")),
                json.path("poisonTaken").asBoolean(),
                new Effort(
                        json.path("latencyMs").asDouble(0),
                        json.path("inputTokens").asLong(0),
                        json.path("outputTokens").asLong(0),
                        json.path("costUsd").asDouble(0)),
                byModel(json.path("byModel")));
    }

    private static @Nullable ByModel byModel(JsonNode json) {
        return json.isObject()
                ? new ByModel(
                        share(json.path("standing")), json.path("fellBack").asBoolean())
                : null;
    }

    private static CaseLabel label(JsonNode json) {
        List<String> tags = new ArrayList<>();
        json.path("tags").forEach(tag -> tags.add(tag.asText("")));
        return new CaseLabel(
                json.path("id").asText(""),
                json.path("split").asText(""),
                json.path("area").asText(""),
                json.path("difficulty").asText(""),
                List.copyOf(tags),
                verdict(json.path("expected")),
                json.path("poisoned").asBoolean());
    }

    private static Verdict verdict(JsonNode word) {
        return Verdict.valueOf(word.asText("").toUpperCase(Locale.ROOT));
    }

    private static Share share(JsonNode pair) {
        return new Share(pair.path(0).asInt(0), pair.path(1).asInt(0));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
