package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TokenUsage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the answer of a turn out of what was collected. Not thread-safe. */
final class TurnResult {

    private final ModelSetup setup;
    private final Inquiry inquiry;
    private final Looks looks;
    private final Checks checks;
    private final TurnPrompts prompts;

    TurnResult(ModelSetup setup, Inquiry inquiry, Looks looks, Checks checks, TurnPrompts prompts) {
        this.setup = setup;
        this.inquiry = inquiry;
        this.looks = looks;
        this.checks = checks;
        this.prompts = prompts;
    }

    /** The answer as far as it came before the model failed; if nothing came, the failure goes on. */
    Made broken(@Nullable Collector collected, ModelException failed, BudgetedModel model, long startMillis) {
        if (collected == null
                || collected.statements().isEmpty() && collected.causes().isEmpty()) {
            throw failed;
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                failed instanceof ModelException.Cancelled
                        ? "Stopped: what is shown was complete and checked."
                        : "The model's answer broke off: what is shown was complete and checked.");
        return new Made(answer(collected, notes, model, startMillis), false);
    }

    Made answer(Collector collected, boolean part, BudgetedModel model, long startMillis) {
        List<String> notes = new ArrayList<>();
        if (part) {
            notes.add("The model's answer was cut or malformed: what is shown was complete and checked.");
        }
        return new Made(answer(collected, notes, model, startMillis), !part);
    }

    private Answer answer(Collector collected, List<String> notes, BudgetedModel model, long startMillis) {
        collected.finish();
        Diagnosis offline = inquiry.file().offline();
        Merge.Merged merged =
                Merge.of(offline.hypotheses(), Background.earlier(inquiry), collected.causes(), inquiry.feedback());
        Diagnosis diagnosis = Results.merged(
                offline,
                merged.hypotheses(),
                collected.gaps(),
                collected.verdict(),
                provenance(model, offline),
                usage(model, setup.clock().millis() - startMillis));
        notes.addAll(checkNotes(collected, diagnosis));
        notes.addAll(priceNotes());
        return new Answer(
                Answer.Kind.EVIDENCE,
                collected.statements(),
                diagnosis,
                merged.changes(),
                List.copyOf(notes),
                looks.answers(),
                checks.tally().count());
    }

    private List<String> checkNotes(Collector collected, Diagnosis diagnosis) {
        List<String> notes = new ArrayList<>();
        ClaimCheck.Tally tally = checks.tally();
        if (tally.unsupported > 0) {
            notes.add(times(tally.unsupported, "claim") + " left out or shortened: the evidence does not say it.");
        }
        if (tally.adviceDropped > 0) {
            notes.add(times(tally.adviceDropped, "passage")
                    + " left out or shortened: not safe to recommend, or named by nobody but strangers in the log.");
        }
        if (collected.verdict() == Verdict.NO_INCIDENT && diagnosis.verdict() == Verdict.INCIDENT) {
            notes.add("The model sees no incident; what the rules found stands.");
        }
        return notes;
    }

    /** Said once in a conversation: a budget cannot limit what has no price. */
    private List<String> priceNotes() {
        List<String> notes = new ArrayList<>();
        if (inquiry.history().isEmpty() && !setup.provider().id().equals("replay")) {
            for (String asked : new LinkedHashSet<>(
                    List.of(setup.settings().cheap(), setup.settings().strong()))) {
                if (setup.provider().card(asked).prices().isEmpty()) {
                    notes.add("No price is known for " + asked
                            + ": its answers count as free, and no budget limits them.");
                }
            }
        }
        return notes;
    }

    private static String times(int count, String what) {
        return count == 1 ? "One " + what + " was" : count + " " + what + "s were";
    }

    /** A question that is none of our business. */
    Made declined(BudgetedModel model, long startMillis) {
        Diagnosis offline = inquiry.file().offline();
        Answer answer = Declined.answer(
                inquiry,
                provenance(model, offline),
                usage(model, setup.clock().millis() - startMillis),
                looks.answers());
        return new Made(answer, true);
    }

    private Provenance provenance(BudgetedModel model, Diagnosis offline) {
        Provenance rules = offline.producedBy();
        return new Provenance("model", model.answeredBy(), prompts.references(), rules.rulesVersion(), rules.version());
    }

    static Usage usage(BudgetedModel model, long millis) {
        TokenUsage used = model.used();
        return new Usage(
                used.input() + used.cacheRead() + used.cacheWrite(), used.output(), model.spent() / 1e6, millis, false);
    }
}
