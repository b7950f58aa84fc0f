package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.ClaimVerifier;
import io.troubleshooter.diagnosis.ClaimVerifier.Claimed;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.RemediationGuard;
import io.troubleshooter.talk.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks claims against the evidence, and keeps count. Not thread-safe. */
final class ClaimCheck {

    private static final List<String> RISKS = List.of("low", "medium", "high");

    private final ClaimVerifier verifier;
    private final RemediationGuard guard;
    private final Tally tally;

    ClaimCheck(ClaimVerifier verifier, RemediationGuard guard, Tally tally) {
        this.verifier = verifier;
        this.guard = guard;
        this.tally = tally;
    }

    /** What the checks of a turn came to. */
    static final class Tally {
        int claimed;
        int standing;
        int unsupported;
        int adviceDropped;

        Answer.CitationCount count() {
            return new Answer.CitationCount(claimed, standing, unsupported);
        }
    }

    /**
     * A claim and what the evidence says of it.
     *
     * @param standing citations that were found, in the evidence's own words
     * @param failed citations that were not
     * @param madeUp numbers, times and names that the evidence does not contain
     */
    record Result<T extends Claim>(T claim, List<Citation> standing, List<Claimed> failed, List<String> madeUp) {

        /** Whether nothing in it failed and, if it cited anything, something stands. */
        boolean passes() {
            return failed.isEmpty() && madeUp.isEmpty();
        }
    }

    Result<Claim.Paragraph> check(Claim.Paragraph claim) {
        Claim.Paragraph safe = new Claim.Paragraph(trusted(claim.text()), claim.citations());
        return result(safe, safe.text());
    }

    /** A cause without any citation that stands does not pass: it needs at least one. */
    Result<Claim.Cause> check(Claim.Cause claim) {
        guard.prepare(claim.advice());
        Claim.Cause safe = claim.explainedBy(trusted(claim.explanation())).advising(fixes(claim), checks(claim));
        return result(safe, safe.title() + "\n" + safe.explanation());
    }

    private <T extends Claim> Result<T> result(T claim, String words) {
        List<Citation> standing = new ArrayList<>();
        List<Claimed> failed = new ArrayList<>();
        for (Claimed each : claim.citations()) {
            Citation found = verifier.check(each).citation();
            if (found == null) {
                failed.add(each);
            } else {
                standing.add(found);
            }
        }
        tally.claimed += claim.citations().size();
        tally.standing += standing.size();
        return new Result<>(claim, List.copyOf(standing), failed, verifier.unsupported(words, standing));
    }

    /** What may be shown of a paragraph; null where nothing is left. */
    @Nullable
    Statement settleParagraph(Result<Claim.Paragraph> result) {
        String text = Sentences.without(result.claim().text(), result.madeUp());
        boolean whole = result.madeUp().isEmpty();
        tally.unsupported += whole ? 0 : 1;
        if (text.isEmpty()) {
            return null;
        }
        boolean supported =
                whole || verifier.unsupported(text, result.standing()).isEmpty();
        return supported
                ? new Statement(text, result.standing(), !result.standing().isEmpty())
                : null;
    }

    /**
     * What may be shown of a cause; null where no citation stands, or none but words in the log that want something of
     * their reader, or where its title is made up.
     */
    @Nullable
    Result<Claim.Cause> settleCause(Result<Claim.Cause> result) {
        Claim.Cause claim = result.claim();
        boolean titled = verifier.unsupported(claim.title(), result.standing()).isEmpty() && isTrusted(claim.title());
        tally.unsupported += result.madeUp().isEmpty() && !result.standing().isEmpty() ? 0 : 1;
        if (result.standing().stream().allMatch(guard::isAddressed) || !titled) {
            return null;
        }
        String explanation = Sentences.without(claim.explanation(), result.madeUp());
        return new Result<>(claim.explainedBy(explanation), result.standing(), List.of(), List.of());
    }

    /** Without the sentences that name what only a stranger's text in the log names. */
    private String trusted(String text) {
        if (isTrusted(text)) {
            return text;
        }
        tally.adviceDropped++;
        String kept = Sentences.only(text, this::isTrusted);
        return isTrusted(kept) ? kept : "";
    }

    boolean isTrusted(String text) {
        return guard.untrusted(text).isEmpty();
    }

    private List<Fix> fixes(Claim.Cause claim) {
        List<Fix> kept = new ArrayList<>();
        for (Fix fix : claim.fixes()) {
            boolean words = isTrusted(fix.action()) && isTrusted(fix.rollback());
            String command = safe(fix.command());
            tally.adviceDropped += words && same(command, fix.command()) ? 0 : 1;
            if (words) {
                kept.add(new Fix(fix.action(), command, risk(fix.risk(), command), fix.rollback()));
            }
        }
        return List.copyOf(kept);
    }

    private List<Check> checks(Claim.Cause claim) {
        List<Check> kept = new ArrayList<>();
        for (Check check : claim.checks()) {
            String then = check.then();
            boolean words = isTrusted(check.check()) && isTrusted(check.expect()) && (then == null || isTrusted(then));
            String command = readOnly(safe(check.command()));
            tally.adviceDropped += words && same(command, check.command()) ? 0 : 1;
            if (words) {
                kept.add(new Check(check.check(), command, check.expect(), then));
            }
        }
        return List.copyOf(kept);
    }

    /** At least what the command itself tells. */
    private static String risk(String claimed, @Nullable String command) {
        String least = command == null ? "low" : RemediationGuard.leastRisk(command);
        return RISKS.indexOf(least) > RISKS.indexOf(claimed) ? least : claimed;
    }

    /** A check only looks. */
    private static @Nullable String readOnly(@Nullable String command) {
        return command != null && RemediationGuard.isReadOnly(command) ? command : null;
    }

    private @Nullable String safe(@Nullable String command) {
        return command != null && isTrusted(command) ? command : null;
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return a == null ? b == null : a.equals(b);
    }
}
