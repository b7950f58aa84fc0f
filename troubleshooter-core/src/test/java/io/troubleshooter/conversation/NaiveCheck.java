package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at an answer with nothing but string comparison: independent of the verifier that it checks. */
final class NaiveCheck {

    private NaiveCheck() {}

    static List<Citation> citations(Answer answer) {
        List<Citation> citations = new ArrayList<>();
        answer.statements().forEach(statement -> citations.addAll(statement.citations()));
        answer.diagnosis().hypotheses().forEach(hypothesis -> citations.addAll(hypothesis.citations()));
        return citations;
    }

    /** Citations whose lines do not exist or do not have the words quoted. */
    static List<String> invalid(Answer answer, Evidence evidence) {
        return citations(answer).stream()
                .filter(citation -> !stands(citation, answer, evidence))
                .map(citation -> citation.lines() + " " + citation.quote())
                .toList();
    }

    private static boolean stands(Citation citation, Answer answer, Evidence evidence) {
        String quote = squeezed(citation.quote().toString());
        String lines = squeezed(lines(citation.lines(), answer, evidence));
        return quote.replaceAll("<[a-z0-9-]+:[0-9]+>", "")
                                .replaceAll("[^\\p{L}\\p{N}]", "")
                                .length()
                        >= 3
                && lines.contains(quote);
    }

    private static String lines(LineRef ref, Answer answer, Evidence evidence) {
        for (ToolAnswer tool : answer.tools()) {
            if (tool.id().equals(ref.source())) {
                String[] lines = tool.output().toString().split("\n", -1);
                int last = (int) Math.min(ref.last(), lines.length);
                return ref.first() > last
                        ? ""
                        : String.join("\n", Arrays.copyOfRange(lines, (int) ref.first() - 1, last));
            }
        }
        return String.valueOf(evidence.text(ref));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Everything that a reader may take for advice, one line each, commands first. */
    static List<String> advice(Diagnosis diagnosis) {
        List<String> advice = new ArrayList<>(commands(diagnosis));
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            advice.add(hypothesis.title());
            advice.add(hypothesis.explanation());
            for (Fix fix : hypothesis.fixes()) {
                advice.add(fix.action());
                advice.add(fix.rollback());
            }
            for (Check check : hypothesis.nextChecks()) {
                advice.add(check.check());
                advice.add(check.expect());
                advice.add(String.valueOf(check.then()));
            }
        }
        diagnosis.runbook().forEach(step -> advice.add(step.action() + " " + step.why()));
        advice.addAll(diagnosis.gaps());
        advice.add(diagnosis.summary());
        return advice;
    }

    /** The commands recommended, in order. */
    static List<String> commands(Diagnosis diagnosis) {
        List<String> commands = new ArrayList<>();
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            hypothesis.fixes().forEach(fix -> commands.add(String.valueOf(fix.command())));
            hypothesis.nextChecks().forEach(check -> commands.add(String.valueOf(check.command())));
        }
        for (RunbookStep step : diagnosis.runbook()) {
            commands.add(String.valueOf(step.command()));
        }
        return commands;
    }
}
