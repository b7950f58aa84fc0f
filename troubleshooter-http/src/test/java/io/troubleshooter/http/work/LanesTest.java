package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Heavy work of several requests at one time. */
@Timeout(30)
class LanesTest {

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void allMayEnd() {
        end.countDown();
    }

    private static Lanes lanes(String... settings) {
        Map<String, String> all =
                Map.of("limits.workers", settings[0], "limits.queue", settings[1], "limits.patience", settings[2]);
        return new Lanes(ConfigReader.read(null, Map.of(), all).limits());
    }

    private static Caller caller(String user) {
        return new Caller("default", user, Role.ANALYST, Caller.Means.KEY, user);
    }

    private CompletableFuture<String> working(Lanes lanes, String user, String session) {
        // A thread for each: they wait for one another, and the common pool may have one thread only.
        return CompletableFuture.supplyAsync(
                () -> lanes.run(caller(user), session, place -> {
                    awaitEnd();
                    return "done";
                }),
                command -> new Thread(command).start());
    }

    private static String quick(Lanes lanes, String user, String session) {
        return lanes.run(caller(user), session, place -> "done");
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(Lanes lanes, int working, int waiting) {
        while (lanes.load().working() != working || lanes.load().waiting() != waiting) {
            Thread.onSpinWait();
        }
    }

    private static void assertRefused(ThrowingCallable work, ProblemCode code) {
        assertThatThrownBy(work)
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void moreThanMayWaitIsToldWhenToComeAgain() {
        Lanes lanes = lanes("1", "3", "15s");
        working(lanes, "ann", "");
        working(lanes, "bob", "");
        working(lanes, "cid", "");
        working(lanes, "dan", "");
        until(lanes, 1, 3);

        assertThatThrownBy(() -> lanes.run(caller("eve"), "", place -> "never"))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.BUSY);
                    assertThat(problem.retryAfter()).isPositive();
                });
    }

    @Test
    void oneCallerCannotTakeAllTheRoom() {
        Lanes lanes = lanes("1", "3", "15s");
        working(lanes, "ann", "");
        working(lanes, "ann", "");
        working(lanes, "ann", "");
        until(lanes, 1, 2);

        assertRefused(() -> lanes.run(caller("ann"), "", place -> "never"), ProblemCode.BUSY);
        CompletableFuture<String> other = working(lanes, "bob", "");
        until(lanes, 1, 3);
        end.countDown();
        assertThat(other.join()).isEqualTo("done");
    }

    @Test
    void whoWaitsInVainIsRefusedAndLeavesTheQueue() {
        Lanes lanes = lanes("1", "8", "0s");
        working(lanes, "ann", "");
        until(lanes, 1, 0);

        assertRefused(() -> lanes.run(caller("bob"), "", place -> "never"), ProblemCode.BUSY);

        assertThat(lanes.load().waiting()).isZero();
    }

    @Test
    void aPlaceIsGivenBackAlsoByWorkThatFails() {
        Lanes lanes = lanes("1", "8", "15s");
        assertThatThrownBy(() -> lanes.run(caller("ann"), "s1", place -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);

        assertThat(quick(lanes, "ann", "s1")).isEqualTo("done");
        assertThat(lanes.load().working()).isZero();
    }

    @Test
    void aSlowSenderKeepsNobodyFromWorking() throws Exception {
        Lanes lanes = lanes("1", "8", "15s");
        try (PipedOutputStream sender = new PipedOutputStream();
                PipedInputStream body = new PipedInputStream(sender)) {
            CompletableFuture<byte[]> reading = CompletableFuture.supplyAsync(() -> read(lanes, body));
            sender.write(1);

            assertThat(quick(lanes, "bob", "s2")).isEqualTo("done");
            assertThat(reading).isNotDone();
            sender.write(2);
            sender.close();
            assertThat(reading.join()).containsExactly(1, 2);
        }
        assertThat(lanes.load().working()).isZero();
    }

    private static byte[] read(Lanes lanes, PipedInputStream body) {
        try {
            return lanes.run(caller("ann"), "s1", place -> place.sharing(body).readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void whileStoppingNothingNewBeginsAndWhatHasBegunEnds() throws Exception {
        Lanes lanes = lanes("1", "8", "15s");
        CompletableFuture<String> begun = working(lanes, "ann", "");
        until(lanes, 1, 0);

        lanes.stop();

        assertRefused(() -> lanes.run(caller("bob"), "", place -> "never"), ProblemCode.STOPPING);
        assertThat(lanes.awaitIdle(0)).isFalse();
        end.countDown();
        assertThat(lanes.awaitIdle(10_000)).isTrue();
        assertThat(begun.join()).isEqualTo("done");
    }
}
