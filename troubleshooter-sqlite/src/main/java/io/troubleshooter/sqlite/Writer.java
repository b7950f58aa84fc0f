package io.troubleshooter.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All that writes to the file. A commit waits for the disk; what comes meanwhile is committed together next, so that many
 * writers wait for few commits. Each piece of work is kept whole or not at all, and is on the disk when its caller goes on.
 * Thread-safe.
 */
final class Writer implements AutoCloseable {

    /** So that the first of a batch does not wait long for the others. */
    private static final int MAX_BATCH = 64;

    private final Link link;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<PendingWork<?>> waiting = new ConcurrentLinkedQueue<>();

    Writer(Link link) {
        this.link = link;
    }

    Link link() {
        return link;
    }

    <T> T transact(Database.Work<T> work) throws SQLException {
        PendingWork<T> mine = new PendingWork<>(work);
        waiting.add(mine);
        turn.lock();
        try {
            // Whoever had the turn before may have done it along with theirs.
            while (!mine.isDone()) {
                commit(next());
            }
        } finally {
            turn.unlock();
        }
        return mine.result();
    }

    private List<PendingWork<?>> next() {
        List<PendingWork<?>> batch = new ArrayList<>();
        PendingWork<?> next = waiting.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < MAX_BATCH ? waiting.poll() : null;
        }
        return batch;
    }

    private void commit(List<PendingWork<?>> batch) {
        try {
            link.transact(connection -> runAll(connection, batch));
            batch.forEach(PendingWork::committed);
        } catch (SQLException | RuntimeException | Error failed) {
            Throwable cause = cause(batch, failed);
            batch.forEach(work -> work.failed(cause));
        }
    }

    /** Where the file failed one piece of work, as when the disk is full, that is why nothing of the batch was kept. */
    private static Throwable cause(List<PendingWork<?>> batch, Throwable whole) {
        return batch.stream()
                .map(PendingWork::failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(whole);
    }

    private static boolean runAll(Connection connection, List<PendingWork<?>> batch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (PendingWork<?> work : batch) {
                statement.execute("SAVEPOINT work");
                if (!work.run(connection)) {
                    statement.execute("ROLLBACK TO work");
                }
                statement.execute("RELEASE work");
            }
        }
        return true;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            link.close();
        } finally {
            turn.unlock();
        }
    }
}
