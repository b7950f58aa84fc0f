package io.troubleshooter.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FIRST = KeyRing.newKey("k1", RANDOM);
    private static final String SECOND = KeyRing.newKey("k2", RANDOM);

    private final KeyRing ring = KeyRing.parse(FIRST);

    @Test
    void whatIsSealedOpensAtItsPlace() {
        byte[] sealed = ring.seal("a title \u2603", "session/s1");

        assertThat(ring.openText(sealed, "session/s1")).isEqualTo("a title \u2603");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("title");
        assertThat(ring.openText(ring.seal("", "p"), "p")).isEmpty();
    }

    @Test
    void nothingOpensAtAnotherPlace() {
        byte[] sealed = ring.seal("text", "session/s1");

        assertThatThrownBy(() -> ring.open(sealed, "session/s2"))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("moved from where it belongs");
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] sealed = ring.seal("some text", "p");
        for (int i = 1; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> ring.open(changed, "p")).isInstanceOf(TroubleshooterException.class);
        }
    }

    @Test
    void everyCutIsNoticed() {
        byte[] sealed = ring.seal("some text", "p");
        for (int length = 1; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> ring.open(cut, "p")).isInstanceOf(TroubleshooterException.class);
        }
    }

    @Test
    void theSameTextIsNeverSealedAlike() {
        Set<List<Byte>> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            List<Byte> bytes = new java.util.ArrayList<>();
            for (byte each : ring.seal("same", "p")) {
                bytes.add(each);
            }
            assertThat(seen.add(bytes)).isTrue();
        }
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        byte[] old = ring.seal("old", "p");
        KeyRing rotated = KeyRing.parse(SECOND + "\n" + FIRST + "\n");

        assertThat(rotated.openText(old, "p")).isEqualTo("old");
        assertThat(rotated.isCurrent(old)).isFalse();
        byte[] fresh = rotated.seal("new", "p");
        assertThat(rotated.isCurrent(fresh)).isTrue();
        assertThat(KeyRing.parse(SECOND).openText(fresh, "p")).isEqualTo("new");
    }

    @Test
    void aMissingKeyIsNamedByItsId() {
        byte[] sealed = ring.seal("text", "p");

        for (KeyRing without : List.of(KeyRing.NONE, KeyRing.parse(SECOND))) {
            assertThatThrownBy(() -> without.open(sealed, "p"))
                    .isInstanceOfSatisfying(
                            TroubleshooterException.class,
                            failed -> assertThat(failed.advice()).contains("k1"));
        }
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        byte[] plain = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(KeyRing.NONE.seals()).isFalse();
        assertThat(KeyRing.NONE.seal(plain, "p")).isEqualTo(plain);
        assertThat(KeyRing.NONE.open(plain, "p")).isEqualTo(plain);
        assertThat(ring.open(plain, "p")).as("stored before there was a key").isEqualTo(plain);
        assertThat(KeyRing.parse(" \n, ")).isSameAs(KeyRing.NONE);
    }

    @Test
    void malformedKeysAreRefusedWithoutQuotingThem() {
        String secret = FIRST.substring(3);
        for (String wrong :
                List.of(secret, ":" + secret, "k 1:" + secret + "x", "k1:c2hvcnQ=", "k1:!!", "k\u00e9:" + secret)) {
            assertThatThrownBy(() -> KeyRing.parse(wrong))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageNotContaining(secret)
                    .hasMessageNotContaining("c2hvcnQ");
        }
        assertThatThrownBy(() -> KeyRing.parse(FIRST + "," + FIRST)).hasMessageContaining("same id");
        assertThat(ring.toString()).doesNotContain(secret);
    }
}
