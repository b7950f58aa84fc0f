package io.troubleshooter.http.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are not over. Those of one session are answered one after the other, in their order; the first ones of
 * all sessions take turns in their lanes. Thread-safe.
 */
final class Desk {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final Lanes lanes;
    private final Consumer<LiveQuestion> answer;
    private final Predicate<LiveQuestion> turn;
    private final Map<String, SortedMap<Integer, LiveQuestion>> sessions = new HashMap<>();
    private final Map<LiveQuestion, Ticket> tickets = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Desk::thread);
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * A desk with nothing on it.
     *
     * @param turn whether it is the turn of the first question here of its session; looked at again by {@link #lookAgain}
     * @param answer answers it, or tells why not; throws nothing
     */
    Desk(Lanes lanes, Predicate<LiveQuestion> turn, Consumer<LiveQuestion> answer) {
        this.lanes = lanes;
        this.turn = turn;
        this.answer = answer;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tst-answer-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    void add(LiveQuestion question) {
        synchronized (this) {
            sessions.computeIfAbsent(question.now().session(), unseen -> new TreeMap<>())
                    .put(question.now().number(), question);
        }
        startFirst(question.now().session());
    }

    private void startFirst(String session) {
        LiveQuestion first = firstToStart(session);
        if (first == null) {
            return;
        }
        if (!turn.test(first)) {
            held.add(session);
            return;
        }
        Ticket ticket = ticket(first);
        synchronized (this) {
            if (first != firstToStart(session)) {
                return;
            }
            tickets.put(first, ticket);
        }
        lane(first).enter(ticket);
    }

    private synchronized @Nullable LiveQuestion firstToStart(String session) {
        SortedMap<Integer, LiveQuestion> waiting = in(session);
        LiveQuestion first = closed || waiting.isEmpty() ? null : waiting.get(waiting.firstKey());
        return first == null || tickets.containsKey(first) ? null : first;
    }

    private SortedMap<Integer, LiveQuestion> in(String session) {
        return sessions.getOrDefault(session, Collections.emptySortedMap());
    }

    /** Starts those whose turn has come meanwhile. */
    void lookAgain() {
        for (String session : List.copyOf(held)) {
            held.remove(session);
            startFirst(session);
        }
    }

    private Ticket ticket(LiveQuestion question) {
        Question now = question.now();
        return new Ticket(now.account(), "question " + now.session(), () -> threads.execute(() -> work(question)));
    }

    private Lane lane(LiveQuestion question) {
        return question.now().model() ? lanes.models() : lanes.heavy();
    }

    private void work(LiveQuestion question) {
        long start = System.nanoTime();
        try {
            answer.accept(question);
        } finally {
            lanes.answered(question.now().model(), System.nanoTime() - start);
            Ticket ticket = remove(question);
            if (ticket != null) {
                lane(question).leave(ticket);
            }
            startFirst(question.now().session());
        }
    }

    private synchronized @Nullable Ticket remove(LiveQuestion question) {
        if (isHere(question)) {
            SortedMap<Integer, LiveQuestion> session = in(question.now().session());
            session.remove(question.now().number());
            if (session.isEmpty()) {
                sessions.remove(question.now().session());
            }
        }
        notifyAll();
        return tickets.remove(question);
    }

    /**
     * Takes it away, if it waits.
     *
     * @return whether it had not begun: then it is not begun any more
     */
    boolean withdraw(LiveQuestion question) {
        synchronized (this) {
            Ticket ticket = tickets.get(question);
            if (ticket != null && !lane(question).withdraw(ticket)) {
                return false;
            }
            if (!isHere(question)) {
                return false;
            }
            remove(question);
        }
        startFirst(question.now().session());
        return true;
    }

    private boolean isHere(LiveQuestion question) {
        return in(question.now().session()).get(question.now().number()) == question;
    }

    synchronized @Nullable LiveQuestion find(String session, int number) {
        return in(session).get(number);
    }

    synchronized List<LiveQuestion> of(String session) {
        return List.copyOf(in(session).values());
    }

    synchronized List<LiveQuestion> all() {
        List<LiveQuestion> all = new ArrayList<>();
        sessions.values().forEach(each -> all.addAll(each.values()));
        return all;
    }

    /** Place among those that wait here in the session, from 1; 0 for one that is at work, or not here. */
    synchronized int position(LiveQuestion question) {
        if (!isHere(question) || question.now().state() != Question.State.QUEUED) {
            return 0;
        }
        return (int) in(question.now().session()).headMap(question.now().number() + 1).values().stream()
                .filter(each -> each.now().state() == Question.State.QUEUED)
                .count();
    }

    /**
     * Begins nothing more.
     *
     * @param waiting told of each that had not begun
     * @return all that were here, those at work and those that waited
     */
    List<LiveQuestion> close(Consumer<LiveQuestion> waiting) {
        List<LiveQuestion> all;
        synchronized (this) {
            closed = true;
            all = all();
        }
        for (LiveQuestion each : all) {
            if (withdraw(each)) {
                waiting.accept(each);
            }
        }
        return all;
    }

    /** Waits until nothing is at work, at most so long. */
    synchronized boolean awaitIdle(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!sessions.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
