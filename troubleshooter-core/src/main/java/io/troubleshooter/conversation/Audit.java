package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.model.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Records what a turn did: ids and figures. An answer is worth more than its record, so that failures are swallowed. */
final class Audit {

    private final ModelSetup setup;
    private final Inquiry inquiry;

    Audit(ModelSetup setup, Inquiry inquiry) {
        this.setup = setup;
        this.inquiry = inquiry;
    }

    /** An answer with the help of a model. */
    void answer(String route, Answer answer, long microUsd) {
        Answer.CitationCount citations = answer.citations();
        note(
                "answer",
                "route=" + route
                        + " citations=" + citations.standing() + "/" + citations.claimed()
                        + " unsupported=" + citations.unsupported()
                        + usage(answer.diagnosis()),
                microUsd);
    }

    /** An answer that was there already. */
    void cached(Answer answer) {
        note("cached-answer", usage(answer.diagnosis()).strip(), 0);
    }

    /** An answer of rules alone, after a model had been asked. */
    void fallBack(RuntimeException why, String prompts, BudgetedModel model) {
        TokenUsage used = model.used();
        long input = used.input() + used.cacheRead() + used.cacheWrite();
        note(
                "fall-back",
                "why=" + why.getClass().getSimpleName()
                        + usage(model.answeredBy(), prompts, input, used.output(), false),
                model.spent());
    }

    /** The words that {@link io.troubleshooter.guard.UsageCounter} reads. */
    private static String usage(Diagnosis diagnosis) {
        Provenance by = diagnosis.producedBy();
        Usage usage = diagnosis.usage();
        return usage(by.model(), by.promptVersion(), usage.inputTokens(), usage.outputTokens(), usage.cached());
    }

    private static String usage(
            @Nullable String model, @Nullable String prompts, long input, long output, boolean cached) {
        return " model=" + word(model) + " prompts=" + word(prompts) + " input=" + input + " output=" + output
                + " cached=" + cached;
    }

    private static String word(@Nullable String text) {
        return text == null || text.isBlank() ? "none" : text.strip().replaceAll("\\s+", ",");
    }

    /** @param detail words of the form {@code key=value} */
    void note(String action, String detail, long microUsd) {
        try {
            setup.audit()
                    .record(new AuditLog.Event(
                            setup.clock().instant(), inquiry.account(), inquiry.session(), action, detail, microUsd));
        } catch (RuntimeException unavailable) {
            // See above.
        }
    }
}
