package io.troubleshooter.sqlite;

import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.guard.Budgets.Reservation;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that uses the file: {@code write FILE ID} and {@code crowd FILE ID} until it is killed, or
 * {@code spend FILE ID COUNT}.
 */
final class Child {

    private Child() {}

    public static void main(String[] args) {
        Clock clock = Clock.systemUTC();
        SqliteLimits limits = SqliteLimits.DEFAULT.withDailyMicroUsd(1_000);
        try (SqliteStores stores = SqliteStores.open(Path.of(args[1]), limits, clock)) {
            if (args[0].equals("write")) {
                write(stores, args[2], clock);
            } else if (args[0].equals("crowd")) {
                crowd(stores, args[2]);
            } else {
                spend(stores, args[2], Integer.parseInt(args[3]));
            }
        }
    }

    private static void write(SqliteStores stores, String id, Clock clock) {
        stores.sessions().create(id, "ada", RedactionSession.create().redact("one"), clock.instant());
        for (int i = 1; ; i++) {
            stores.sessions().addEntry(id, new StoredEntry(i, "turn", "x".repeat(500)), clock.instant());
            System.out.println(i);
            System.out.flush();
        }
    }

    /** Many that write at once; each says what was confirmed to it. */
    private static void crowd(SqliteStores stores, String collection) {
        for (int i = 0; i < 8; i++) {
            String writer = "w" + i + "-";
            new Thread(() -> {
                        for (int n = 1; ; n++) {
                            stores.documents().put(Document.of(collection, writer + n, "{}"));
                            System.out.println(writer + n);
                        }
                    })
                    .start();
        }
        LockSupport.park();
    }

    private static void spend(SqliteStores stores, String id, int count) {
        int settled = 0;
        for (int i = 0; i < count; i++) {
            if (stores.budgets().reserve("ada", id + i, 10, Duration.ofMinutes(5)) instanceof Reservation held) {
                settled += stores.budgets().settle(held, 10) ? 10 : 0;
            }
        }
        System.out.println(settled);
    }

    static Process start(String... args) throws IOException {
        String[] command = new String[args.length + 4];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-cp";
        command[2] = System.getProperty("java.class.path");
        command[3] = Child.class.getName();
        System.arraycopy(args, 0, command, 4, args.length);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
