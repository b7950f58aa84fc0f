package io.troubleshooter.http.work;

import io.troubleshooter.http.work.OpenQuestions.Entry;
import java.util.Comparator;
import java.util.List;

/** The questions of a session that are not over, whichever instances answer them. Thread-safe. */
final class SharedLine {

    /** Beyond what may wait: several instances may have let in one more each. */
    private static final int MORE = 32;

    private final QuestionStore store;
    private final int limit;

    /** @param most that may wait in one session */
    SharedLine(QuestionStore store, int most) {
        this.store = store;
        this.limit = Math.min(1_000, most + MORE);
    }

    int size(String session) {
        return store.open().of(session, limit).size();
    }

    boolean isAnyBefore(Question question) {
        return before(question).stream().anyMatch(this::isOpen);
    }

    /** Place among those that wait, from 1. */
    int position(Question question) {
        List<Entry> before = before(question).stream().filter(this::isOpen).toList();
        boolean firstWorks = before.stream()
                .min(Comparator.comparing(Entry::number))
                .flatMap(first -> store.find(first.session(), first.number()))
                .filter(first -> first.state() == Question.State.RUNNING)
                .isPresent();
        return before.size() + (firstWorks ? 0 : 1);
    }

    void forget(String session) {
        store.open().of(session, limit).forEach(store.open()::remove);
    }

    private List<Entry> before(Question question) {
        return store.open().of(question.session(), limit).stream()
                .filter(entry -> entry.number() < question.number())
                .toList();
    }

    /** The list may be behind. */
    private boolean isOpen(Entry entry) {
        return store.find(entry.session(), entry.number())
                .filter(question -> !question.state().over())
                .isPresent();
    }
}
