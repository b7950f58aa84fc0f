package io.troubleshooter.cli.chat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A diagnosis in parts, as they are asked for. */
final class DiagnosisView {

    private static final int LINE = 9;

    private final Ink ink;

    DiagnosisView(Ink ink) {
        this.ink = ink;
    }

    /** Verdict, what to do first, and hypotheses, a line each. */
    void brief(Diagnosis diagnosis, int most) {
        String verdict = diagnosis.verdict().name().replace('_', ' ').replace("INSUFFICIENT", "NOT ENOUGH");
        ink.text(verdict, Style.BOLD).text("  ").prose(verdict.length() + 2, diagnosis.summary());
        List<Hypothesis> hypotheses = diagnosis.hypotheses();
        hypotheses.stream().limit(most).forEach(this::line);
        first(hypotheses);
        if (hypotheses.size() > most) {
            ink.line(Figures.count(hypotheses.size() - most, "more") + ": /hypotheses");
        }
    }

    private void first(List<Hypothesis> hypotheses) {
        if (!hypotheses.isEmpty()) {
            for (Check check : hypotheses.get(0).nextChecks()) {
                if (check.command() != null) {
                    ink.text("DO FIRST", Style.BOLD)
                            .text("  " + check.command())
                            .end();
                    return;
                }
            }
        }
    }

    void hypotheses(Diagnosis diagnosis) {
        if (diagnosis.hypotheses().isEmpty()) {
            ink.line("There is no hypothesis.");
        }
        diagnosis.hypotheses().forEach(this::line);
    }

    private void line(Hypothesis hypothesis) {
        ink.text("[" + hypothesis.rank() + "] ")
                .text(Figures.confidence(hypothesis.confidence()), Style.BOLD)
                .to(19);
        String follows = hypothesis.followsFrom() > 0 ? "  <- [" + hypothesis.followsFrom() + "]" : "";
        ink.rest(hypothesis.title() + (hypothesis.verified() ? "" : " (unverified)"), place(hypothesis) + follows)
                .end();
    }

    private static String place(Hypothesis hypothesis) {
        return hypothesis.citations().isEmpty()
                ? "nothing cited"
                : hypothesis.citations().get(0).lines().toString();
    }

    /** What a hypothesis rests on: a line of the terminal per line cited. */
    void why(Diagnosis diagnosis, int rank) {
        Hypothesis hypothesis = find(diagnosis, rank);
        if (hypothesis == null) {
            ink.line("There is no hypothesis " + rank + "; /hypotheses lists them.");
            return;
        }
        ink.text("[" + rank + "] ").text(Figures.confidence(hypothesis.confidence()), Style.BOLD);
        ink.text("  " + hypothesis.cause()).end();
        ink.prose(4, hypothesis.title());
        ink.prose(4, hypothesis.explanation());
        hypothesis.citations().forEach(this::citation);
        relations(hypothesis);
        ink.line(
                hypothesis.verified()
                        ? "    Every quote was found in its lines."
                        : "    Unverified: not every quote was found in its lines.");
    }

    private void citation(Citation citation) {
        String like = citation.count() > 1 ? "  (" + Figures.count(citation.count(), "line") + " like this)" : "";
        ink.line("    " + citation.lines() + like);
        long number = citation.lines().first();
        for (String line : citation.quote().toString().split("\n", -1)) {
            String label = Long.toString(number++);
            ink.to(Math.max(0, LINE - label.length()))
                    .text(label + " | ")
                    .rest(line)
                    .end();
        }
    }

    private void relations(Hypothesis hypothesis) {
        if (!hypothesis.explains().isEmpty()) {
            String others =
                    hypothesis.explains().stream().map(n -> "[" + n + "]").collect(Collectors.joining(", "));
            ink.prose(4, "It explains " + others + ", which is why it ranks before them.");
        }
        if (hypothesis.followsFrom() > 0) {
            ink.prose(4, "It follows from [" + hypothesis.followsFrom() + "].");
        }
    }

    void fixes(Diagnosis diagnosis) {
        boolean any = false;
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            for (Fix fix : hypothesis.fixes()) {
                any = true;
                ink.text("[" + hypothesis.rank() + "] ").prose(4, fix.action());
                ink.text("    risk ")
                        .text(fix.risk(), risk(fix))
                        .text("; undo: ")
                        .prose(4, fix.rollback());
                command(fix.command());
            }
        }
        ink.line(any ? "Nothing of this is run by tst." : "There is no fix to propose.");
    }

    private static Style risk(Fix fix) {
        return switch (fix.risk()) {
            case "high" -> Style.RED;
            case "medium" -> Style.YELLOW;
            default -> Style.PLAIN;
        };
    }

    void checks(Diagnosis diagnosis) {
        boolean any = false;
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            for (Check check : hypothesis.nextChecks()) {
                any = true;
                ink.text("[" + hypothesis.rank() + "] ").prose(4, check.check());
                ink.text("    expect: ").prose(4, check.expect());
                command(check.command());
            }
        }
        if (!any) {
            ink.line("There is no check to propose.");
        }
    }

    /** Alone on its line and not cut, so that it can be copied. */
    private void command(@Nullable String command) {
        if (command != null) {
            command.lines().forEach(line -> ink.to(4).text(line, Style.CODE).end());
        }
    }

    static @Nullable Hypothesis find(Diagnosis diagnosis, int rank) {
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            if (hypothesis.rank() == rank) {
                return hypothesis;
            }
        }
        return null;
    }
}
