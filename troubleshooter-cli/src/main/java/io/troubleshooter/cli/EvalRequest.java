package io.troubleshooter.cli;

import io.troubleshooter.eval.LineAnalyst.Choice;
import io.troubleshooter.eval.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tst eval} was asked for.
 *
 * @param analysts the judged one first
 * @param only id of the one case to run, null for all of the split
 */
record EvalRequest(
        Path folder,
        String split,
        @Nullable String only,
        List<String> analysts,
        int repeats,
        String format,
        @Nullable Path gate,
        @Nullable Path save,
        @Nullable Path runs,
        @Nullable Path compare,
        boolean revealTest) {

    private static final String FOLDER = "eval-datasets/cases";
    private static final List<String> FORMATS = List.of("text", "json", "markdown", "html");
    private static final int MOST_REPEATS = 100;

    static EvalRequest of(Settings settings, List<String> operands) {
        if (operands.size() > 1) {
            throw new UsageException("tst eval takes one folder of cases", "For example: tst eval " + FOLDER);
        }
        return new EvalRequest(
                Path.of(operands.isEmpty() ? FOLDER : operands.get(0)),
                oneOf(settings, Option.SPLIT, List.of("dev", "test", Run.ALL), Run.ALL),
                settings.given(Option.CASE),
                analysts(settings),
                repeats(settings),
                oneOf(settings, Option.FORMAT, FORMATS, "text"),
                path(settings, Option.GATE),
                path(settings, Option.SAVE),
                path(settings, Option.RUNS),
                path(settings, Option.COMPARE),
                settings.has(Option.REVEAL_TEST));
    }

    private static List<String> analysts(Settings settings) {
        String given = settings.given(Option.ANALYST);
        List<String> analysts = new ArrayList<>();
        for (String word : (given == null ? "offline,baselines" : given).split(",", -1)) {
            add(word.strip(), settings, analysts);
        }
        return analysts;
    }

    private static void add(String word, Settings settings, List<String> analysts) {
        switch (word) {
            case "offline", "model" -> analysts.add(word);
            case "baselines" -> {
                for (Choice choice : Choice.values()) {
                    analysts.add(choice.word());
                }
            }
            default -> {
                baseline(word, settings);
                analysts.add(word);
            }
        }
    }

    static Choice baseline(String word, Settings settings) {
        for (Choice choice : Choice.values()) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        String expected = "of offline, model, baselines, most-frequent, first-error, last-error";
        throw settings.wrong(Option.ANALYST, settings.get(Option.ANALYST), expected);
    }

    private static int repeats(Settings settings) {
        if (settings.given(Option.REPEAT) == null) {
            return 1;
        }
        long repeats = settings.size(Option.REPEAT);
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw settings.wrong(Option.REPEAT, settings.get(Option.REPEAT), "a number from 1 to " + MOST_REPEATS);
        }
        return (int) repeats;
    }

    private static String oneOf(Settings settings, Option option, List<String> choices, String standard) {
        String given = settings.given(option);
        if (given == null) {
            return standard;
        }
        if (!choices.contains(given)) {
            throw settings.wrong(option, settings.get(option), "one of " + String.join(", ", choices));
        }
        return given;
    }

    private static @Nullable Path path(Settings settings, Option option) {
        String given = settings.given(option);
        return given == null ? null : Path.of(given);
    }
}
