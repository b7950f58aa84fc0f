package io.troubleshooter.http.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.InMemoryDocuments;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is there, and who has what. */
class InstancesTest {

    private static final Duration LIFE = Duration.ofSeconds(30);

    private final TickingClock clock = new TickingClock();
    private final Documents documents = new InMemoryDocuments(clock);

    /** They look at nothing by themselves: time passes only here. */
    private final Instances.Pace pace =
            new Instances.Pace(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    private final Instances one = Instances.sharing(documents, clock, pace);
    private final Instances two = Instances.sharing(documents, clock, pace);

    @AfterEach
    void end() {
        one.close();
        two.close();
    }

    private Optional<Lease> take(String holder) {
        return Lease.take(documents, clock, "lock/x", holder, LIFE);
    }

    @Test
    void anInstanceIsThereFromItsStartUntilItSaysNothingMore() {
        assertThat(two.isGone(one.id())).isTrue();
        one.start();
        two.start();
        assertThat(two.present()).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(two.isGone(one.id())).isFalse();

        clock.advance(Duration.ofHours(1));
        assertThat(two.isGone(one.id())).isTrue();
        assertThat(two.isGone(two.id())).as("oneself is there").isFalse();
        assertThat(two.isGone("")).as("nobody is not there").isTrue();
    }

    @Test
    void whoLeavesIsGoneAtOnceAndSoIsWhatItHad() {
        one.start();
        assertThat(one.duties().isMine("sweep", LIFE)).isTrue();
        assertThat(two.duties().isMine("sweep", LIFE)).isFalse();
        one.close();

        assertThat(two.isGone(one.id())).isTrue();
        assertThat(two.duties().isMine("sweep", LIFE)).isTrue();
    }

    @Test
    void aDutyIsKeptByWhoAsksInTimeAndTakenFromWhoDoesNot() {
        assertThat(one.duties().isMine("sweep", LIFE)).isTrue();
        clock.advance(Duration.ofSeconds(20));
        assertThat(one.duties().isMine("sweep", LIFE)).isTrue();
        clock.advance(Duration.ofSeconds(20));
        assertThat(two.duties().isMine("sweep", LIFE)).isFalse();
        clock.advance(Duration.ofSeconds(20));
        assertThat(two.duties().isMine("sweep", LIFE)).isTrue();
        assertThat(one.duties().isMine("sweep", LIFE)).isFalse();
    }

    @Test
    void aLockIsOnesUntilItIsGivenBack() {
        Locks.Held held = one.locks().hold("session/s", Duration.ZERO).orElseThrow();
        assertThat(two.locks().hold("session/s", Duration.ZERO)).isEmpty();
        assertThat(one.locks().hold("session/s", Duration.ZERO))
                .as("not even by another request of the same instance")
                .isEmpty();
        assertThat(two.locks().hold("session/other", Duration.ZERO)).isPresent();
        held.close();
        assertThat(two.locks().hold("session/s", Duration.ZERO)).isPresent();
    }

    @Test
    void whoSleptThroughALeaseDisturbsNobodyWhoCameAfter() {
        Lease slept = take("a").orElseThrow();
        clock.advance(LIFE);
        Lease next = take("b").orElseThrow();

        assertThat(slept.renew()).isFalse();
        slept.release();
        assertThat(take("c")).as("b has it").isEmpty();
        assertThat(next.renew()).isTrue();
        next.release();
        assertThat(take("c")).isPresent();
    }

    @Test
    void theOnlyInstanceHasEverythingAndWritesNothing() {
        Instances alone = Instances.alone(documents, clock);
        alone.start();
        assertThat(alone.duties().isMine("sweep", LIFE)).isTrue();
        assertThat(alone.locks().hold("session/s", Duration.ZERO)).isPresent();
        assertThat(alone.locks().hold("session/s", Duration.ZERO)).isPresent();
        alone.close();
        assertThat(documents.list("instance", "", 10)).isEmpty();
        assertThat(documents.list("lock/session/s", "", 10)).isEmpty();
    }
}
