package io.troubleshooter.http.work;

import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.work.OpenQuestions.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions that came to this instance by another way than by being asked here: those that were not over when a service
 * ended, its own or another instance's. Also what other instances want of the questions that are answered here. Called
 * by one thread at a time.
 */
final class Handover {

    /** Events of what follows a restart have ids beyond all from before it. */
    private static final long IDS_OF_A_RUN = 1_000_000;

    /** One that was in work so often when the service ended is not tried again: it may be what ended it. */
    private static final int MOST_ATTEMPTS = 2;

    /** At each look, so that several instances share what one left. */
    private static final int CLAIMS = 16;

    private final Instances instances;
    private final QuestionStore store;
    private final Answering answering;
    private final Taker taker;

    /** Entries of this instance without a question on its desk, as they were at the last look. */
    private Set<Entry> lost = Set.of();

    /** Where questions come to. */
    interface Taker {

        /** Puts it on the desk. */
        void take(LiveQuestion question);

        /** Those on the desk. */
        List<LiveQuestion> all();

        /** Stops one, as far as it has not come to its end. */
        void cancel(LiveQuestion question);
    }

    Handover(Instances instances, QuestionStore store, Answering answering, Taker taker) {
        this.instances = instances;
        this.store = store;
        this.answering = answering;
        this.taker = taker;
    }

    /** Takes up again what was not over when the only service ended. */
    void takeUpAll() {
        claim(store.open().all(), Integer.MAX_VALUE);
    }

    /** Looks what others left, and what they want. */
    void look() {
        List<Entry> entries = store.open().all();
        boolean allMine = entries.stream().allMatch(entry -> entry.worker().equals(instances.id()));
        Set<String> present = allMine ? Set.of(instances.id()) : instances.present();
        claim(
                entries.stream()
                        .filter(entry -> !present.contains(entry.worker()))
                        .toList(),
                CLAIMS);
        mine(entries);
    }

    private void claim(List<Entry> left, int most) {
        List<Question> open = new ArrayList<>();
        left.stream().limit(most).forEach(entry -> store.behind(entry).ifPresent(open::add));
        open.sort(Comparator.comparing(Question::asked).thenComparing(Question::number));
        open.forEach(this::claim);
    }

    private void claim(Question question) {
        long before = (question.events() / IDS_OF_A_RUN + 1) * IDS_OF_A_RUN;
        store.claim(question, question.after(before, instances.id())).ifPresent(mine -> {
            LiveQuestion live = new LiveQuestion(mine, before);
            if (question.attempts() >= MOST_ATTEMPTS) {
                answering.failed(live, ProblemCode.INTERNAL, "The service ended twice while it worked on this.");
            } else {
                taker.take(live);
            }
        });
    }

    private void mine(List<Entry> entries) {
        List<LiveQuestion> here = taker.all();
        Set<String> known = new HashSet<>();
        here.forEach(each -> known.add(each.now().place()));
        adopt(entries.stream()
                .filter(entry -> entry.worker().equals(instances.id()) && !known.contains(entry.place()))
                .toList());
        here.forEach(each -> check(each, entries));
    }

    /** Accepted here, and not come to the desk since the store did not say that it had kept it. */
    private void adopt(List<Entry> withoutDesk) {
        Set<Entry> again = new HashSet<>(withoutDesk);
        again.retainAll(lost); // at the second look: it is no question that is being accepted at this moment
        again.forEach(entry ->
                store.find(entry.session(), entry.number()).filter(this::isMine).ifPresent(this::claim));
        lost = new HashSet<>(withoutDesk);
        lost.removeAll(again);
    }

    private void check(LiveQuestion live, List<Entry> entries) {
        Question now = live.now();
        for (Entry entry : entries) {
            if (entry.place().equals(now.place())) {
                if (entry.cancelled()) {
                    taker.cancel(live);
                } else if (!entry.worker().equals(instances.id())) {
                    loseIfTaken(live);
                }
                return;
            }
        }
        loseIfTaken(live); // it was removed, or is too new for the list
    }

    private boolean isMine(Question stored) {
        return stored.worker().equals(instances.id()) && !stored.state().over();
    }

    /** What is answered here is in the list, as long as it is. */
    private void loseIfTaken(LiveQuestion live) {
        Question now = live.now();
        if (store.find(now.session(), now.number()).filter(this::isMine).isPresent()) {
            store.open().add(now);
        } else if (!live.now().state().over()) {
            live.lose();
        }
    }
}
