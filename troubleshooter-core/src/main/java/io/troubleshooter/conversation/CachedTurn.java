package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AnswerCache;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One turn by way of the cache: an answer that is there costs nothing. A cache that fails is no cache. Not thread-safe. */
final class CachedTurn {

    private final ModelSetup setup;
    private final Inquiry inquiry;
    private final AnswerListener listener;
    private final Supplier<Made> make;
    private @Nullable Made made;

    CachedTurn(ModelSetup setup, Inquiry inquiry, AnswerListener listener, Supplier<Made> make) {
        this.setup = setup;
        this.inquiry = inquiry;
        this.listener = listener;
        this.make = make;
    }

    Answer answer(Supplier<String> key) {
        if (setup.cache() == AnswerCache.NONE) {
            return make.get().answer();
        }
        long start = setup.clock().millis();
        String cached = cached(key);
        Made mine = made;
        if (mine != null) {
            return mine.answer();
        }
        Answer known = cached == null ? null : read(cached, start);
        return known == null ? make.get().answer() : known;
    }

    private @Nullable String cached(Supplier<String> key) {
        try {
            return setup.cache().get(key.get(), setup.cacheTime(), this::make).value();
        } catch (RuntimeException unavailable) {
            return null;
        }
    }

    private @Nullable String make() {
        Made now = make.get();
        made = now;
        return now.whole() ? AnswerJson.write(now.answer()) : null;
    }

    private @Nullable Answer read(String json, long start) {
        try {
            Answer answer =
                    AnswerJson.read(json, inquiry.redaction(), inquiry.file().frame());
            if (setup.similar() && !new Recheck(inquiry.file()).stands(answer)) {
                return null;
            }
            tell(answer);
            return marked(answer, setup.clock().millis() - start);
        } catch (TroubleshooterException damaged) {
            return null;
        }
    }

    private void tell(Answer answer) {
        answer.tools().forEach(listener::tool);
        answer.statements().forEach(listener::statement);
        answer.diagnosis().hypotheses().stream()
                .filter(Diagnosis.Hypothesis::verified)
                .forEach(listener::hypothesis);
    }

    private Answer marked(Answer answer, long millis) {
        Diagnosis is = answer.diagnosis();
        Diagnosis diagnosis = new Diagnosis(
                is.verdict(),
                is.summary(),
                is.hypotheses(),
                is.runbook(),
                inquiry.file().offline().setAside(),
                is.gaps(),
                is.producedBy(),
                new Usage(0, 0, 0, millis, true),
                is.redaction(),
                is.frame());
        return new Answer(
                answer.kind(),
                answer.statements(),
                diagnosis,
                answer.changes(),
                answer.notes(),
                answer.tools(),
                answer.citations());
    }
}
