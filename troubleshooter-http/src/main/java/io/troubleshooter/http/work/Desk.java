package io.troubleshooter.http.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are not over. Those of one session are answered one after the other, in their order; the first ones of
 * all sessions take turns in their lanes. Thread-safe.
 */
final class Desk {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final Lanes lanes;
    private final Consumer<LiveQuestion> answer;
    private final Map<String, Deque<LiveQuestion>> sessions = new HashMap<>();
    private final Map<LiveQuestion, Ticket> tickets = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Desk::thread);
    private boolean closed;

    /** @param answer answers it, or tells why not; throws nothing */
    Desk(Lanes lanes, Consumer<LiveQuestion> answer) {
        this.lanes = lanes;
        this.answer = answer;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tst-answer-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    void add(LiveQuestion question) {
        synchronized (this) {
            sessions.computeIfAbsent(question.now().session(), unseen -> new ArrayDeque<>())
                    .addLast(question);
        }
        startFirst(question.now().session());
    }

    private void startFirst(String session) {
        LiveQuestion first;
        Ticket ticket;
        synchronized (this) {
            Deque<LiveQuestion> waiting = sessions.getOrDefault(session, new ArrayDeque<>());
            first = waiting.peekFirst();
            if (closed || first == null || tickets.containsKey(first)) {
                return;
            }
            ticket = ticket(first);
            tickets.put(first, ticket);
        }
        lane(first).enter(ticket);
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
        Deque<LiveQuestion> session = sessions.get(question.now().session());
        if (session != null && session.remove(question) && session.isEmpty()) {
            sessions.remove(question.now().session());
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
            if (!waits(question)) {
                return false;
            }
            remove(question);
        }
        startFirst(question.now().session());
        return true;
    }

    private boolean waits(LiveQuestion question) {
        return sessions.getOrDefault(question.now().session(), new ArrayDeque<>())
                .contains(question);
    }

    synchronized @Nullable LiveQuestion find(String session, int number) {
        for (LiveQuestion each : sessions.getOrDefault(session, new ArrayDeque<>())) {
            if (each.now().number() == number) {
                return each;
            }
        }
        return null;
    }

    synchronized List<LiveQuestion> of(String session) {
        return List.copyOf(sessions.getOrDefault(session, new ArrayDeque<>()));
    }

    /** Place among those that wait in the session, from 1; 0 for one that is at work, or not here. */
    synchronized int position(LiveQuestion question) {
        int position = 0;
        Iterator<LiveQuestion> each = sessions.getOrDefault(question.now().session(), new ArrayDeque<>())
                .iterator();
        while (each.hasNext()) {
            LiveQuestion next = each.next();
            position += next.now().state() == Question.State.QUEUED ? 1 : 0;
            if (next == question) {
                return next.now().state() == Question.State.QUEUED ? position : 0;
            }
        }
        return 0;
    }

    /** Begins nothing more. @return all that are still here, those at work and those that wait */
    List<LiveQuestion> close() {
        List<LiveQuestion> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            sessions.values().forEach(all::addAll);
        }
        for (LiveQuestion each : all) {
            withdraw(each);
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
