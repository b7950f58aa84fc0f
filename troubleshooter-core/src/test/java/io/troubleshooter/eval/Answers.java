package io.troubleshooter.eval;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.text.LineRef;
import java.util.List;

/** Answers for tests, made by hand. */
final class Answers {

    private Answers() {}

    static Citation citation(String source, long first, long last, String quote) {
        return new Citation(
                new LineRef(source, first, last), RedactionSession.create().redact(quote), null, 1);
    }

    static Hypothesis hypothesis(String cause, String title, Citation... citations) {
        return hypothesis(cause, title, List.of(), citations);
    }

    static Hypothesis hypothesis(String cause, String title, List<Fix> fixes, Citation... citations) {
        return new Hypothesis(1, cause, title, "", 0.9, true, List.of(citations), fixes, List.of(), List.of(), 0);
    }

    static Attempt attempt(Hypothesis... hypotheses) {
        Diagnosis base = Troubleshooter.create().diagnose(LogSource.text("all is well\n", "a.log"));
        Diagnosis diagnosis = new Diagnosis(
                hypotheses.length == 0 ? Verdict.NO_INCIDENT : Verdict.INCIDENT,
                "",
                List.of(hypotheses),
                List.of(),
                List.of(),
                List.of(),
                base.producedBy(),
                base.usage(),
                base.redaction(),
                base.frame());
        return Attempt.of(diagnosis, 1);
    }
}
