package io.troubleshooter.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work that waits for its transaction, and then what came of it. Only whoever has the turn to write changes it. */
final class PendingWork<T> {

    private final Database.Work<T> work;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean done;

    PendingWork(Database.Work<T> work) {
        this.work = work;
    }

    /** Whether it succeeded; if not, nothing of it is to be kept, and the others go on. */
    boolean run(Connection connection) {
        try {
            result = work.run(connection);
            return true;
        } catch (SQLException | RuntimeException failed) {
            failure = failed;
            return false;
        }
    }

    void committed() {
        done = true;
    }

    /** The transaction as a whole came to nothing; a failure of its own says more. */
    void failed(Throwable whole) {
        failure = failure == null ? whole : failure;
        done = true;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    boolean isDone() {
        return done;
    }

    @SuppressWarnings("NullAway") // Work decides by its type whether it may give null.
    T result() throws SQLException {
        if (failure instanceof SQLException sql) {
            throw sql;
        }
        if (failure instanceof RuntimeException defect) {
            throw defect;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return result;
    }
}
