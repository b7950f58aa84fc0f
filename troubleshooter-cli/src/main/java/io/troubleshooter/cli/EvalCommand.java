package io.troubleshooter.cli;

import io.troubleshooter.eval.CaseReader;
import io.troubleshooter.eval.CaseSet;
import io.troubleshooter.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code tst eval}: how good the answers are, on cases whose truth is known. */
final class EvalCommand {

    private static final String FOLDER = "eval-datasets/cases";

    private EvalCommand() {}

    static int run(Surroundings around, Settings settings, List<String> operands) throws IOException {
        if (operands.size() > 1) {
            throw new UsageException("tst eval takes one folder of cases", "For example: tst eval " + FOLDER);
        }
        Path folder = Path.of(operands.isEmpty() ? FOLDER : operands.get(0));
        String pack = settings.value(Option.RULES);
        RuleSet rules = pack.isEmpty() ? RuleSet.builtIn() : RulePack.read(pack);
        CaseSet cases = new CaseReader(rules).read(folder);
        new Output(around.out()).print(cases.sound().size() + " cases, all sound\n");
        return Cli.DONE;
    }
}
