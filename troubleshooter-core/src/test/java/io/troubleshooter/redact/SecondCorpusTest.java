package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.RedactionCorpus;
import io.troubleshooter.contract.RedactionCorpus.Positive;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Floors over the second corpus, for which no detector had been written when it was made: {@code docs/measurements-redaction.md} tells
 * what it found at first sight and since.
 */
class SecondCorpusTest {

    private static final double FLOOR = 0.985;

    private static final Set<String> PERSONAL =
            Set.of("b-email", "b-ipv4", "b-ipv6", "b-mac", "b-card", "b-ssn", "b-iban", "b-phone", "b-user-path");

    @Test
    void almostNothingSecretSurvives() {
        List<Positive> missed = missed(RedactionCorpus.secondPositives());
        double share =
                (double) missed.size() / RedactionCorpus.secondPositives().size();
        assertThat(1 - share).as("recall; missed: %s", kinds(missed)).isGreaterThanOrEqualTo(FLOOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"b-private-key", "b-url-password", "b-auth-header", "b-key-header", "b-cookie", "b-env-dump"})
    void nothingOfWhatLeaksMostSurvives(String kind) {
        assertThat(missed(ofKind(kind))).isEmpty();
    }

    @Test
    void personalDataSurvivesHardlyEver() {
        List<Positive> personal = RedactionCorpus.secondPositives().stream()
                .filter(p -> PERSONAL.contains(p.kind()))
                .toList();
        assertThat(missed(personal)).hasSizeLessThanOrEqualTo(personal.size() * 3 / 100);
    }

    @Test
    void almostNothingElseChanges() {
        List<String> texts = RedactionCorpus.secondNegatives();
        List<String> changed =
                texts.stream().filter(text -> !redact(text).equals(text)).toList();
        assertThat(changed).hasSizeLessThanOrEqualTo(texts.size() / 100);
    }

    @Test
    void redactingTwiceChangesNothingMore() {
        for (Positive positive : RedactionCorpus.secondPositives()) {
            String once = redact(positive.text());
            assertThat(redact(once)).isEqualTo(once);
        }
    }

    private static List<Positive> ofKind(String kind) {
        List<Positive> found = RedactionCorpus.secondPositives().stream()
                .filter(p -> p.kind().equals(kind))
                .toList();
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }

    private static List<Positive> missed(List<Positive> positives) {
        return positives.stream().filter(SecondCorpusTest::isMissed).toList();
    }

    private static boolean isMissed(Positive positive) {
        String redacted = redact(positive.text());
        return positive.secrets().stream().anyMatch(secret -> RedactionCorpus.survives(secret, redacted));
    }

    private static List<String> kinds(List<Positive> positives) {
        return positives.stream().map(Positive::kind).toList();
    }

    private static String redact(String text) {
        return Redactor.create().redact(text).toString();
    }
}
