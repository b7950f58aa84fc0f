package io.troubleshooter.cli;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.eval.CaseReader;
import io.troubleshooter.eval.Comparison;
import io.troubleshooter.eval.EvalCase;
import io.troubleshooter.eval.EvalHtml;
import io.troubleshooter.eval.EvalJson;
import io.troubleshooter.eval.EvalMarkdown;
import io.troubleshooter.eval.EvalReport;
import io.troubleshooter.eval.EvalText;
import io.troubleshooter.eval.Evaluation;
import io.troubleshooter.eval.Gate;
import io.troubleshooter.eval.GateReader;
import io.troubleshooter.eval.Run;
import io.troubleshooter.eval.RunJson;
import io.troubleshooter.eval.RunJson.TestCases;
import io.troubleshooter.eval.RunReader;
import io.troubleshooter.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tst eval}: how good the answers are, on cases whose truth is known. */
final class EvalCommand {

    private final Surroundings around;
    private final Settings settings;
    private final EvalRequest request;

    private EvalCommand(Surroundings around, Settings settings, EvalRequest request) {
        this.around = around;
        this.settings = settings;
        this.request = request;
    }

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        return new EvalCommand(around, settings, EvalRequest.of(settings, operands)).run();
    }

    @SuppressWarnings("NullAway") // a report may lack its gate, which is not seen of a nested type in a class file
    private int run() throws IOException {
        Gate gate = request.gate() == null ? null : GateReader.read(text(request.gate()));
        Run base = request.compare() == null ? null : RunReader.read(request.compare());
        List<Run> runs = runs();
        Run judged = runs.get(0);
        save(judged);
        EvalReport report = new EvalReport(
                runs,
                base == null ? null : Comparison.of(base, judged, request.split()),
                gate == null ? null : gate.judge(judged, this::baseline),
                history(judged),
                request.revealTest());
        new Output(around.out()).print(write(report));
        return finish(report.gate());
    }

    private List<Run> runs() {
        List<EvalCase> cases = cases();
        try (EvalAnalysts analysts = new EvalAnalysts(around, settings);
                EvalProgress progress = new EvalProgress(around, cases.size())) {
            return new Evaluation(analysts.engine(), around.clock(), request.repeats())
                    .run(cases, analysts.of(request.analysts()), progress::begin);
        }
    }

    private List<EvalCase> cases() {
        String pack = settings.value(Option.RULES);
        RuleSet rules = pack.isEmpty() ? RuleSet.builtIn() : RulePack.read(pack);
        List<EvalCase> chosen = new CaseReader(rules)
                .read(request.folder()).sound().stream()
                        .filter(eval ->
                                request.split().equals(Run.ALL) || eval.split().equals(request.split()))
                        .filter(eval -> request.only() == null || eval.id().equals(request.only()))
                        .toList();
        if (chosen.isEmpty()) {
            throw new UsageException(
                    "no case in " + request.folder() + " fits", "Check --split and --case; cases are folders there.");
        }
        return chosen;
    }

    private void save(Run run) throws IOException {
        Path folder = request.save();
        if (folder != null) {
            TestCases test = request.revealTest() ? TestCases.SHOWN : TestCases.SCORES;
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(run.id() + ".json"), RunJson.write(run, test));
        }
    }

    private List<Run> history(Run judged) {
        Path folder = request.runs() == null ? request.save() : request.runs();
        return folder == null ? List.of() : RunReader.all(folder, judged.analyst());
    }

    /** Stands beside the gate. */
    private Run baseline(String name) {
        Path gate = request.gate();
        return RunReader.read(gate == null ? Path.of(name) : gate.resolveSibling(name));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION, "cannot read the gate " + file, "Check --gate.");
        }
    }

    private String write(EvalReport report) {
        return switch (request.format()) {
            case "json" -> EvalJson.write(report);
            case "markdown" -> EvalMarkdown.write(report);
            case "html" -> EvalHtml.write(report);
            default -> EvalText.write(report);
        };
    }

    private int finish(Gate.@Nullable Outcome gate) {
        if (gate == null || gate.passed()) {
            return Cli.DONE;
        }
        around.err().println("tst: the evaluation does not pass the gate");
        for (Gate.Check failed : gate.failures()) {
            around.err().println("     " + Printable.line(failed.message()));
        }
        return Cli.FAILED;
    }
}
