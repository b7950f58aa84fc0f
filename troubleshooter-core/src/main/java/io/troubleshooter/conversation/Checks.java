package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.ClaimVerifier;
import io.troubleshooter.diagnosis.RemediationGuard;
import io.troubleshooter.evidence.Evidence;
import org.jspecify.annotations.Nullable;

/** What the claims of a turn are checked by: made again when a look has added evidence. Not thread-safe. */
final class Checks {

    private final Inquiry inquiry;
    private final Looks looks;
    private final ClaimCheck.Tally tally = new ClaimCheck.Tally();
    private @Nullable ClaimCheck check;
    private int sources;

    Checks(Inquiry inquiry, Looks looks) {
        this.inquiry = inquiry;
        this.looks = looks;
    }

    ClaimCheck.Tally tally() {
        return tally;
    }

    /** @param holding whether claims are only gathered, for a repair */
    Collector collector(AnswerListener listener, boolean holding) {
        return new Collector(new ClaimReader(inquiry.redaction()), current(), listener, holding);
    }

    private ClaimCheck current() {
        Evidence evidence = looks.evidence();
        ClaimCheck known = check;
        if (known == null || sources != evidence.sources().size()) {
            known = new ClaimCheck(
                    new ClaimVerifier(inquiry.file().frame(), evidence),
                    new RemediationGuard(inquiry.file().frame(), evidence),
                    tally);
            check = known;
            sources = evidence.sources().size();
        }
        return known;
    }
}
