package io.troubleshooter.diagnosis;

import static io.troubleshooter.diagnosis.Frames.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.CitationVerifier.Outcome;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationVerifierTest {

    private final CitationVerifier verifier = new CitationVerifier(Frames.with(RuleSet.empty())
            .plain("first line")
            .plain("connect to 10.0.0.5   failed: no route")
            .plain("10.0.0.5")
            .frame());

    private static Citation citation(String source, long line, String quote) {
        return new Citation(LineRef.of(source, line), text(quote), null, 1);
    }

    @Test
    void aQuoteThatStandsInItsLinesIsVerifiedWhiteSpaceAside() {
        assertThat(verifier.check(citation("S1", 2, "failed:  no route"))).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void anInventedQuoteIsNot() {
        assertThat(verifier.check(citation("S1", 2, "failed: no such host"))).isEqualTo(Outcome.NOT_IN_THESE_LINES);
    }

    @Test
    void aQuoteOfAnotherLineIsNot() {
        assertThat(verifier.check(citation("S1", 1, "failed: no route"))).isEqualTo(Outcome.NOT_IN_THESE_LINES);
    }

    @Test
    void aLineOrSourceThatDoesNotExistIsNoEvidence() {
        assertThat(verifier.check(citation("S1", 99, "first line"))).isEqualTo(Outcome.NO_SUCH_LINES);
        assertThat(verifier.check(citation("S7", 1, "first line"))).isEqualTo(Outcome.NO_SUCH_SOURCE);
    }

    @Test
    void placeholdersAloneSayNothing() {
        assertThat(verifier.check(citation("S1", 3, "<ip:1>"))).isEqualTo(Outcome.SAYS_NOTHING);
        assertThat(verifier.check(citation("S1", 3, " "))).isEqualTo(Outcome.SAYS_NOTHING);
    }

    @Test
    void whatFailsIsDroppedAndAClaimWithoutEvidenceIsNotVerified() {
        Citation good = citation("S1", 1, "first line");
        Citation invented = citation("S1", 1, "never said");

        assertThat(verifier.verify(claim(good, invented), "").citations()).containsExactly(good);
        assertThat(verifier.verify(claim(good, invented), "").verified()).isTrue();
        assertThat(verifier.verify(claim(invented), "").verified()).isFalse();
    }

    @Test
    void aTitleThatStatesWhatNoLineSaysIsNotVerified() {
        Citation good = citation("S1", 1, "first line");

        assertThat(verifier.verify(titled("the first line failed on db-7.example", good), "")
                        .verified())
                .isFalse();
        assertThat(verifier.verify(titled("the first line failed", good), "").verified())
                .isTrue();
        assertThat(verifier.verify(titled("first line (HTTP 504)", good), "{x} (HTTP 504)")
                        .verified())
                .as("the rule's own words are no claim about the input")
                .isTrue();
    }

    private static Hypothesis claim(Citation... citations) {
        return titled("t", citations);
    }

    private static Hypothesis titled(String title, Citation... citations) {
        return new Hypothesis(1, "a/b", title, "e", 0.5, true, List.of(citations), List.of(), List.of(), List.of(), 0);
    }

    @Test
    void numbersAndNamesThatNoLineContainsAreNamed() {
        assertThat(verifier.unsupported("no route, port 5432 of db-7.example")).containsExactly("5432", "db-7.example");
        assertThat(verifier.unsupported("the first line failed")).isEmpty();
    }
}
