package io.troubleshooter.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.aws.s3.BlobSettings;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Budgets.Reservation;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.guard.KeyRing;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** What the figures in docs/measurements-aws.md say; DynamoDB Local counts request units as the service is said to. */
class RequestUnitsTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final TickingClock clock = new TickingClock();
    private final Meter meter = new Meter();
    private final Blobs blobs = Blobs.open(
            S3Server.shared().access(), BlobSettings.of(S3Server.shared().newBucket()));
    private final DynamoStores stores = stores();

    private DynamoStores stores() {
        DynamoDbClientBuilder builder = Connection.builder(LocalDynamo.access());
        builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(meter)
                .build());
        return DynamoStores.of(
                builder.httpClientBuilder(Connection.http()).build(),
                LocalDynamo.newTable(),
                blobs,
                DynamoLimits.DEFAULT,
                clock,
                KeyRing.parse(KeyRing.newKey("k1", new SecureRandom())));
    }

    @AfterEach
    void close() {
        stores.close();
        blobs.close();
    }

    private void costs(double read, double written, int requests, Callable<?> work) throws Exception {
        assertThat(meter.of(work)).isEqualTo(new Meter.Units(read, written, requests));
    }

    @Test
    void documents() throws Exception {
        Documents documents = stores.documents();
        Document small = Document.of("c", "k", "{\"text\":\"" + "word ".repeat(100) + "\"}");
        costs(0, 1, 1, () -> documents.put(small));
        Document is = documents.find("c", "k").orElseThrow();
        costs(1, 0, 1, () -> documents.find("c", "k"));
        costs(0, 1, 1, () -> documents.put(is.with("{}")));
        costs(0, 2, 1, () -> documents.delete("c", "k"));
        for (int i = 0; i < 20; i++) {
            documents.put(Document.of("c", "k" + i, "{}"));
        }
        costs(1, 0, 1, () -> documents.list("c", "", 100));
        costs(1, 20, 2, () -> {
            documents.deleteAll("c");
            return true;
        });
    }

    @Test
    void budgets() throws Exception {
        Budgets budgets = stores.budgets();
        costs(1, 7, 2, () -> budgets.reserve("red/ada", "r1", 3_000, LEASE));
        Reservation held = (Reservation) budgets.reserve("red/ada", "r2", 3_000, LEASE);
        costs(1, 5, 2, () -> budgets.reserve("red/ada", "r3", 3_000, LEASE));
        costs(0, 5, 1, () -> budgets.settle(held, 2_000));
        costs(1.5, 0, 2, () -> budgets.balance("red/ada"));
        costs(2, 0, 2, () -> budgets.reserve("red/ada", "r4", 1_000_000, LEASE));
    }

    @Test
    void audit() throws Exception {
        AuditLog audit = stores.audit();
        audit.record(event());
        costs(0, 4, 1, () -> record(audit));
        for (int i = 0; i < 8; i++) {
            audit.record(event());
        }
        costs(3, 0, 3, () -> audit.page("", Long.MAX_VALUE, 10));
        costs(5, 0, 5, audit::verify);
    }

    private static boolean record(AuditLog audit) {
        audit.record(event());
        return true;
    }

    private static Event event() {
        return new Event(
                Instant.parse("2026-03-01T10:00:00Z"),
                "red/ada",
                "0123456789abcdef0123456789abcdef",
                "answer",
                "model=global.anthropic.claude-haiku-5-5 prompts=explain@v2,triage@v1 input=20000 output=1500 cached=false",
                2_800);
    }

    /** Evidence of a megabyte, one question, its answer: what the service asks of the stores, step by step. */
    @Test
    void aDiagnosis() throws Exception {
        Meter.Units units = meter.of(() -> {
            evidence();
            question();
            return true;
        });
        assertThat(units.written()).isBetween(30.0, 60.0);
        assertThat(units.read()).isBetween(5.0, 15.0);
        assertThat(units.requests()).isBetween(25, 40);
    }

    private void evidence() {
        SessionStore sessions = stores.sessions();
        stores.documents().put(lock("session-lock"));
        sessions.create("s1", "red/ada", SessionScene.text("app.log"), clock.instant());
        sessions.addSource(
                "s1",
                "S1",
                SessionScene.text("app.log"),
                List.of(SessionScene.text(lines(5_000)), SessionScene.text(lines(5_000))));
        sessions.addEntry("s1", new StoredEntry(1, "sources", "{\"S1\":\"1\"}"), clock.instant());
        audit("add-evidence");
        stores.documents().delete("session-lock", "s1");
    }

    private void question() {
        Documents documents = stores.documents();
        Document asked =
                documents.put(Document.of("question/s1", "1", lines(10))).orElseThrow();
        documents.put(Document.of("question-open", "s1/1", "{}"));
        documents.put(lock("session-lock"));
        stores.sessions().revision("red/ada", "s1");
        Reservation held = (Reservation) stores.budgets().reserve("red/ada", "q1", 10_000, LEASE);
        for (int i = 0; i < 4; i++) {
            documents.put(Document.of("question-events/s1", "b" + i, lines(20))
                    .until(clock.instant().plusSeconds(600)));
        }
        stores.budgets().settle(held, 2_800);
        stores.sessions().addEntry("s1", new StoredEntry(2, "turn", lines(100)), clock.instant());
        audit("answer");
        documents.put(asked.with(lines(100)));
        documents.delete("question-open", "s1/1");
        documents.delete("session-lock", "s1");
        stores.budgets().balance("red/ada");
        stores.sessions().find("red/ada", "s1");
    }

    private Document lock(String collection) {
        return Document.of(collection, "s1", "{}").until(clock.instant().plusSeconds(30));
    }

    private void audit(String action) {
        Event event = event();
        stores.audit().record(new Event(event.time(), event.account(), event.session(), action, event.detail(), 0));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "2026-03-01T10:00:%02d.%03dZ ERROR pool-%d request %d failed after %d ms: timeout"
                        .formatted(i % 60, i * 7 % 1000, i % 13, i * 7919, i * 31 % 977))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
