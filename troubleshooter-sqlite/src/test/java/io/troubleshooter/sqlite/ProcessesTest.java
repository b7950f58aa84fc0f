package io.troubleshooter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.conversation.SessionStore.StoredEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    Path folder;

    @Test
    void whatWasConfirmedSurvivesAKillAtAnyMoment() throws Exception {
        Path file = folder.resolve("tst.db");
        Random random = new Random(5);
        for (int round = 0; round < 8; round++) {
            String id = "s" + round;
            int confirmed = writeAndKill(file, id, 1 + random.nextInt(60));
            try (SqliteStores stores = SqliteStores.open(file, SqliteLimits.DEFAULT, Clock.systemUTC())) {
                List<StoredEntry> kept =
                        stores.sessions().find("ada", id).orElseThrow().entries();
                assertThat(kept).hasSizeBetween(confirmed, confirmed + 1);
                assertThat(kept).extracting(StoredEntry::number).startsWith(1).endsWith(kept.size());
            }
        }
    }

    private static int writeAndKill(Path file, String id, int after) throws IOException, InterruptedException {
        Process child = Child.start("write", file.toString(), id);
        int confirmed = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = out.readLine()) != null) {
                confirmed = Integer.parseInt(line);
                if (confirmed == after) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor()).as("killed, not failed").isEqualTo(137);
        return confirmed;
    }

    @Test
    void whatWasConfirmedToManyAtOnceSurvivesAKill() throws Exception {
        Path file = folder.resolve("crowd.db");
        Random random = new Random(8);
        for (int round = 0; round < 2; round++) {
            String collection = "c" + round;
            Process child = Child.start("crowd", file.toString(), collection);
            List<String> confirmed = confirmedUntilKilled(child, 50 + random.nextInt(400));
            try (SqliteStores stores = SqliteStores.open(file, SqliteLimits.DEFAULT, Clock.systemUTC())) {
                assertThat(confirmed)
                        .hasSizeGreaterThan(49)
                        .allSatisfy(key -> assertThat(stores.documents().find(collection, key))
                                .isPresent());
            }
        }
    }

    private static List<String> confirmedUntilKilled(Process child, int after) throws IOException {
        List<String> confirmed = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                if (line.matches("w[0-7]-[0-9]+")) {
                    confirmed.add(line);
                }
                if (confirmed.size() == after) {
                    child.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        return confirmed;
    }

    @Test
    void twoProcessesShareOneBudget() throws Exception {
        String file = folder.resolve("shared.db").toString();
        List<Process> children = List.of(Child.start("spend", file, "a", "80"), Child.start("spend", file, "b", "80"));
        List<Integer> settled = new ArrayList<>();
        for (Process child : children) {
            settled.add(Integer.parseInt(
                    new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()));
        }
        assertThat(settled.get(0) + settled.get(1)).isEqualTo(1_000);
        try (SqliteStores stores =
                SqliteStores.open(Path.of(file), SqliteLimits.DEFAULT.withDailyMicroUsd(1_000), Clock.systemUTC())) {
            assertThat(stores.budgets().balance("ada").spent()).isEqualTo(1_000);
            assertThat(stores.budgets().balance("ada").held()).isZero();
        }
    }
}
