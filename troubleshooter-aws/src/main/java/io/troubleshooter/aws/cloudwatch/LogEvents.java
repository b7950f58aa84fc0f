package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.input.LogSource;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that are read as they are taken, under limits; in memory there is one page at a time. Used by one thread, but for
 * {@link #notes}.
 */
public final class LogEvents {

    private final String name;
    private final Batches batches;
    private final int most;
    private final long mostBytes;
    private final List<String> notes = new ArrayList<>();
    private int events;
    private long bytes;
    private boolean ended;
    private @Nullable Instant last;

    LogEvents(String name, Batches batches, int most, long mostBytes) {
        this.name = name;
        this.batches = batches;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /**
     * The next events, at least one, in order of time; null at the end.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if the service refuses, or cannot be reached
     */
    public @Nullable List<LogEvent> next() {
        while (!ended) {
            List<LogEvent> batch = read();
            if (!batch.isEmpty()) {
                return batch;
            }
        }
        return null;
    }

    private List<LogEvent> read() {
        List<LogEvent> batch;
        try {
            batch = batches.next();
        } catch (Stopped stopped) {
            end(stopped(stopped.reason()));
            return List.of();
        }
        if (batch == null) {
            end(batches instanceof NewestPages newest && newest.isCut() ? older() : "");
            return List.of();
        }
        return allowed(batch);
    }

    private List<LogEvent> allowed(List<LogEvent> batch) {
        int count = 0;
        while (count < batch.size() && events < most && bytes < mostBytes) {
            LogEvent event = batch.get(count++);
            events++;
            bytes += event.message().length();
            last = event.time();
        }
        if (count < batch.size()) {
            end("Cut after " + events + " events, at " + last + ": there are more. Ask for a shorter time, filter,"
                    + " or raise the limit.");
        }
        return batch.subList(0, count);
    }

    private synchronized void end(String note) {
        ended = true;
        if (!note.isEmpty()) {
            notes.add(note);
        }
    }

    private String older() {
        return "These are the newest " + events + " events; there are older ones.";
    }

    private String stopped(Stopped.Reason reason) {
        String after = " after " + events + " events" + (last == null ? "" : ", at " + last);
        return switch (reason) {
            case CANCELLED -> "Stopped on request" + after + ".";
            case TIME -> "Stopped for want of time" + after + ": ask for a shorter time, or filter.";
            case CALLS -> "Stopped at the limit of requests" + after + ": ask for a shorter time, or search instead.";
        };
    }

    /** How many were given so far. */
    public int count() {
        return events;
    }

    /** What was cut and why, as sentences; complete once {@link #next} has given null. */
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** What to call them: the group, or group/stream. */
    public String name() {
        return name;
    }

    /** As text, an event after the other; its reads may throw as {@link #next} does. */
    public InputStream text() {
        return new EventText(this);
    }

    /** As evidence, which can be read once. */
    public LogSource source() {
        return LogSource.text(text(), name);
    }
}
