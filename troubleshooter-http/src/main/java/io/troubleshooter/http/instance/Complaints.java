package io.troubleshooter.http.instance;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Says what fails again and again, but not each time: once a minute. Thread-safe. */
public final class Complaints {

    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    public Complaints(Logger log) {
        this.log = log;
    }

    /** The class only: a message may quote what was to be stored. */
    public void say(String what, RuntimeException failed) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            log.warn("{}: {}", what, failed.getClass().getName());
        }
    }
}
