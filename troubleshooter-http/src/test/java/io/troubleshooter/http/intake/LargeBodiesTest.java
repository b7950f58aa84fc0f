package io.troubleshooter.http.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.http.intake.LargeBodies.Turn;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {

    private static final int MIB = 1 << 20;

    private final LargeBodies large = new LargeBodies(64 * MIB, 48 * MIB, Duration.ofMillis(50));

    @Test
    void smallBodiesNeedNoLeave() {
        large.turn(60 * MIB);
        for (int i = 0; i < 100; i++) {
            assertThat(large.turn(MIB)).isNotNull();
        }
    }

    @Test
    void aLargeBodyIsBusyWhileAnotherHasTheMemoryAndNotAfter() {
        Turn first = large.turn(60 * MIB);
        assertThatThrownBy(() -> large.turn(60 * MIB)).isInstanceOfSatisfying(ProblemException.class, busy -> {
            assertThat(busy.code()).isEqualTo(ProblemCode.BUSY);
            assertThat(busy.retryAfter()).isNotNull();
        });
        first.close();
        first.close();
        large.turn(60 * MIB);
        assertThatThrownBy(() -> large.turn(60 * MIB)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aLargeBodyGoesOnAsSoonAsMemoryIsFree() {
        LargeBodies patient = new LargeBodies(64 * MIB, 48 * MIB, Duration.ofMinutes(1));
        Turn first = patient.turn(60 * MIB);
        CompletableFuture<Turn> second = CompletableFuture.supplyAsync(() -> patient.turn(60 * MIB));
        first.close();
        assertThat(second.join()).isNotNull();
    }

    @Test
    void whatTurnsOutToBeLargeWaitsBeforeMoreOfItIsRead() throws IOException {
        Turn other = large.turn(60 * MIB);
        Turn turn = large.turn(-1);
        InputStream network = turn.network(new ByteArrayInputStream(new byte[100]));
        InputStream text = turn.text(new ByteArrayInputStream(new byte[2 * MIB]));

        text.readNBytes(MIB);
        assertThat(network.available()).isPositive();
        assertThat(network.read()).isZero();
        text.readNBytes(1);
        assertThat(network.available()).isZero();
        assertThatThrownBy(network::read).isInstanceOf(ProblemException.class);
        other.close();
        assertThat(network.read()).isZero();
        assertThat(network.available()).isPositive();
    }

    @Test
    void whatUnpacksToMoreThanWasSentTakesMoreMemory() throws IOException {
        Turn turn = large.turn(2 * MIB);
        large.turn(10 * MIB).close();
        InputStream network = turn.network(new ByteArrayInputStream(new byte[100]));
        turn.text(new ByteArrayInputStream(new byte[8 * MIB])).readNBytes(8 * MIB);
        assertThat(network.read()).isZero();
        assertThatThrownBy(() -> large.turn(20 * MIB)).isInstanceOf(ProblemException.class);
        turn.close();
        large.turn(40 * MIB);
    }
}
