package io.troubleshooter.http;

import io.troubleshooter.sqlite.SqliteStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what is stored under an old key, or unsealed, under the first one, beside the running service. After a start in
 * which it said that it is done, old keys can be taken away.
 */
final class KeyRotation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private static final long STOP_MILLIS = 5_000;

    private final Thread thread;

    private KeyRotation(SqliteStores file) {
        this.thread = new Thread(() -> run(file), "key-rotation");
    }

    static KeyRotation start(SqliteStores file) {
        KeyRotation rotation = new KeyRotation(file);
        rotation.thread.setDaemon(true);
        rotation.thread.start();
        return rotation;
    }

    private static void run(SqliteStores file) {
        try {
            long sealed = file.reseal();
            if (sealed > 0 && !Thread.currentThread().isInterrupted()) {
                LOG.info("{} stored values are now sealed under the first key; older keys can be taken away", sealed);
            }
        } catch (RuntimeException failed) {
            LOG.error("what is stored could not be sealed under the first key: {}", failed.getMessage());
        }
    }

    /** What is left is done after the next start. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
