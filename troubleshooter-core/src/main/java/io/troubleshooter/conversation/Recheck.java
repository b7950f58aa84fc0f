package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.ClaimVerifier;
import io.troubleshooter.diagnosis.ClaimVerifier.Claimed;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.text.LineRef;
import java.util.List;

/** Whether an answer that was given about other evidence is true of this. */
final class Recheck {

    private final ClaimVerifier verifier;

    Recheck(CaseFile file) {
        this.verifier = new ClaimVerifier(file.frame(), file.evidence());
    }

    /** Every citation stands here too, in the same lines, and every number, time and name does. */
    boolean stands(Answer answer) {
        for (Statement statement : answer.statements()) {
            if (!stands(statement.text(), statement.citations())) {
                return false;
            }
        }
        for (Hypothesis each : answer.diagnosis().hypotheses()) {
            if (!stands(each.title() + "\n" + each.explanation(), each.citations())) {
                return false;
            }
        }
        return verifier.unsupported(answer.diagnosis().summary(), List.of()).isEmpty();
    }

    private boolean stands(String text, List<Citation> citations) {
        for (Citation citation : citations) {
            if (!stands(citation)) {
                return false;
            }
        }
        return verifier.unsupported(text, citations).isEmpty();
    }

    private boolean stands(Citation citation) {
        LineRef lines = citation.lines();
        ClaimVerifier.Checked checked = verifier.check(new Claimed(
                lines.source(), lines.first(), lines.last(), citation.quote().toString()));
        return checked.citation() != null && !checked.corrected();
    }
}
