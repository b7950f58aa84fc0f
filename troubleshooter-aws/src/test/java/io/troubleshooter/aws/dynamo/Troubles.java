package io.troubleshooter.aws.dynamo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Which requests have which trouble: those named next, then one in so many by chance. Thread-safe. */
public final class Troubles {

    private final Deque<Trouble> next = new ArrayDeque<>();
    private final Map<Trouble, Integer> had = new EnumMap<>(Trouble.class);
    private Random random = new Random(0);
    private CountDownLatch gate = new CountDownLatch(0);
    private int requests;
    private double share;
    private List<Trouble> kinds = List.of();

    /** The coming requests have these, in this order. */
    public synchronized Troubles next(Trouble... troubles) {
        next.addAll(List.of(troubles));
        return this;
    }

    /**
     * From now on, requests have trouble by chance.
     *
     * @param part of them, 0 to 1
     */
    public synchronized Troubles randomly(long seed, double part, Trouble... of) {
        random = new Random(seed);
        share = part;
        kinds = List.of(of);
        return this;
    }

    /** From now on, requests wait for this. */
    public synchronized Troubles waitFor(CountDownLatch opening) {
        gate = opening;
        return this;
    }

    synchronized CountDownLatch gate() {
        requests++;
        return gate;
    }

    /** How many requests there were. */
    public synchronized int requests() {
        return requests;
    }

    public synchronized void end() {
        next.clear();
        kinds = List.of();
    }

    synchronized Optional<Trouble> draw() {
        Trouble drawn = next.poll();
        if (drawn == null && !kinds.isEmpty() && random.nextDouble() < share) {
            drawn = kinds.get(random.nextInt(kinds.size()));
        }
        if (drawn != null) {
            had.merge(drawn, 1, Integer::sum);
        }
        return Optional.ofNullable(drawn);
    }

    /** How many requests had it. */
    public synchronized int had(Trouble trouble) {
        return had.getOrDefault(trouble, 0);
    }
}
