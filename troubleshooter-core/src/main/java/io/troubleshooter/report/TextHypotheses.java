package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.List;

/** Claims, each with its lines right below it. */
final class TextHypotheses {

    private static final int INDENT = 4;
    private static final int ADVICE = 11;
    private static final int REFS = 2;

    private final Page page;
    private final Diagnosis diagnosis;
    private final boolean verbose;

    TextHypotheses(Page page, Diagnosis diagnosis) {
        this.page = page;
        this.diagnosis = diagnosis;
        this.verbose = page.options().verbose();
    }

    void full(Hypothesis hypothesis) {
        heading(hypothesis);
        if (!diagnosis.summary().contains(hypothesis.title())) {
            page.prose(INDENT, hypothesis.title()).end();
        }
        page.prose(INDENT, hypothesis.explanation()).end();
        new TextEvidence(page, diagnosis.frame()).print(hypothesis.citations());
        fixes(hypothesis.fixes());
        checks(hypothesis.nextChecks());
        page.gap();
    }

    void brief(Hypothesis hypothesis) {
        heading(hypothesis);
        page.prose(INDENT, hypothesis.title());
        refs(hypothesis.citations());
        page.end();
    }

    private void heading(Hypothesis hypothesis) {
        page.styled(Style.BOLD, "[" + hypothesis.rank() + "] " + Words.likelihood(hypothesis.confidence()));
        page.text(" " + Words.confidence(hypothesis.confidence()) + "  " + hypothesis.cause());
        String relation = Relations.of(hypothesis);
        if (!hypothesis.verified()) {
            page.styled(Style.YELLOW, "  NOT VERIFIED");
        }
        if (!relation.isEmpty()) {
            margin(relation);
        }
        page.end();
    }

    /** At the right margin, on a line of its own where this one is full. */
    private Page margin(String text) {
        return page.fits(text.length() + 2) ? page.right(text) : page.end().right(text);
    }

    private void refs(List<Citation> citations) {
        int shown = Math.min(REFS, citations.size());
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            all.append(i == 0 ? "" : ", ").append(citations.get(i).lines());
        }
        if (shown == 0) {
            return;
        }
        if (!page.fits(all.length() + 2)) {
            page.end();
        }
        page.to(Math.max(INDENT, page.options().columns() - all.length()));
        for (int i = 0; i < shown; i++) {
            page.text(i == 0 ? "" : ", ").ref(citations.get(i).lines());
        }
    }

    private void fixes(List<Fix> fixes) {
        page.gap();
        for (Fix fix : verbose ? fixes : fixes.subList(0, Math.min(1, fixes.size()))) {
            label("Fix");
            page.prose(ADVICE, fix.action());
            margin("risk " + fix.risk()).end();
            command(fix.command());
            if (!fix.rollback().isEmpty()) {
                page.prose(ADVICE, "undo: " + fix.rollback()).end();
            }
        }
        more(fixes.size() - 1, "fix", "fixes");
    }

    private void checks(List<Check> checks) {
        for (Check check : verbose ? checks : checks.subList(0, Math.min(1, checks.size()))) {
            label("Check");
            page.prose(ADVICE, check.check()).end();
            command(check.command());
            String then = check.then() == null ? "" : "; then: " + check.then();
            page.prose(ADVICE, "expect: " + check.expect() + then).end();
        }
        more(checks.size() - 1, "check", "checks");
    }

    private void label(String label) {
        page.to(INDENT).styled(Style.BOLD, label);
    }

    /** Alone on its line and never cut, so that it can be copied. */
    private void command(@org.jspecify.annotations.Nullable String command) {
        if (command != null) {
            page.to(ADVICE).styled(Style.CYAN, command).end();
        }
    }

    private void more(int hidden, String one, String many) {
        if (!verbose && hidden > 0) {
            page.to(ADVICE)
                    .text("(" + hidden + " more " + (hidden == 1 ? one : many) + ": -v)")
                    .end();
        }
    }
}
