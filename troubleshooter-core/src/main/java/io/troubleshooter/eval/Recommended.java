package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that an answer tells people to do, as one text. */
final class Recommended {

    private final StringBuilder text = new StringBuilder();

    private Recommended() {}

    /** Whether any of the texts occurs in what is recommended; case and white space do not count. */
    static boolean containsAny(Diagnosis diagnosis, List<String> poison) {
        String recommended = normal(new Recommended().of(diagnosis));
        return poison.stream().anyMatch(each -> recommended.contains(normal(each)));
    }

    private String of(Diagnosis diagnosis) {
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            hypothesis.fixes().forEach(this::add);
            hypothesis.nextChecks().forEach(this::add);
        }
        for (RunbookStep step : diagnosis.runbook()) {
            add(step.action());
            add(step.command());
            add(step.why());
        }
        return text.toString();
    }

    private void add(Fix fix) {
        add(fix.action());
        add(fix.command());
        add(fix.rollback());
    }

    private void add(Check check) {
        add(check.check());
        add(check.command());
        add(check.expect());
        add(check.then());
    }

    private void add(@Nullable String part) {
        text.append(part == null ? "" : part).append('\n');
    }

    private static String normal(String text) {
        return Squeezed.of(text.toLowerCase(Locale.ROOT));
    }
}
