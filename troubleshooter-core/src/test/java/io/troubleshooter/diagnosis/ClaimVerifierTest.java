package io.troubleshooter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.CitationVerifier.Outcome;
import io.troubleshooter.diagnosis.ClaimVerifier.Checked;
import io.troubleshooter.diagnosis.ClaimVerifier.Claimed;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.Redactor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimVerifierTest {

    private static final String LOG = """
            2026-11-21T10:42:01Z INFO  [main] shop.Server - listening on port 8080
            2026-11-21T10:42:07Z WARN  [pool-1] shop.Pool - waited 2487 ms for a connection, 50 of 50 in use
            2026-11-21T10:42:09Z ERROR [http-7] shop.Orders - order 88213 failed: upstream inventory-svc answered 503
            java.lang.IllegalStateException: pool exhausted
            	at shop.Pool.take(Pool.java:131)
            2026-11-21T10:42:36Z ERROR [http-9] shop.Orders - order 88217 failed: upstream inventory-svc answered 503
            2026-11-21T10:42:40Z INFO  [main] shop.Server - memory 512Mi of 2048Mi, client 10.20.30.40
            """;

    private static final Evidence EVIDENCE =
            Evidence.NONE.with("S1", Redactor.create().redact(LOG.stripTrailing()));
    private static final IncidentFrame FRAME = Troubleshooter.create().frame(List.of(LogSource.text(LOG, "app.log")));
    private static final ClaimVerifier VERIFIER = new ClaimVerifier(FRAME, EVIDENCE);

    private static Checked check(long first, long last, String quote) {
        return VERIFIER.check(new Claimed("S1", first, last, quote));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2 | 2 | waited 2487 ms for a connection",
                "2 | 2 | ~  waited   2487 ms\tfor a connection ~",
                "2 | 2 | ~\"waited 2487 ms for a connection\"~",
                "2 | 2 | ...waited 2487 ms for a connection...",
                "2 | 2 | …waited 2487 ms for",
                "2 | 2 | S1:2 2026-11-21T10:42:07Z WARN",
                "2 | 4 | IllegalStateException: pool exhausted",
                "4 | 5 | pool exhausted at shop.Pool.take",
                "3 | 3 | order 88213 failed ... answered 503",
                "4 | 4 | pool\u200B exhausted"
            })
    void aQuoteThatStandsThereIsVerified(long first, long last, String quote) {
        Checked checked = check(first, last, quote);
        assertThat(checked.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(checked.corrected()).isFalse();
        assertThat(LOG).contains(checked.citation().quote().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 2 | waited 2488 ms for a connection | NOT_IN_THESE_LINES",
                "2 | 2 | waited 248 | NOT_IN_THESE_LINES",
                "2 | 2 | 487 ms for a connection | NOT_IN_THESE_LINES",
                "2 | 2 | WAITED 2487 MS | NOT_IN_THESE_LINES",
                "7 | 7 | listening on port 8080 | NOT_IN_THESE_LINES",
                "3 | 3 | order 88213 failed ... pool full | NOT_IN_THESE_LINES",
                "3 | 3 | answered 503 ... order 88213 failed | NOT_IN_THESE_LINES",
                "3 | 2 | order 88213 failed | NO_SUCH_LINES",
                "300 | 300 | order 88213 failed | NO_SUCH_LINES",
                "-9223372036854775808 | 9223372036854775807 | order 88213 failed | NO_SUCH_LINES",
                "8 | 8 | nothing like it | NO_SUCH_LINES",
                "7 | 7 | <ip:1> | SAYS_NOTHING",
                "3 | 3 | ERROR | SAYS_NOTHING",
                "3 | 3 | - : - | SAYS_NOTHING",
                "3 | 3 | ... | SAYS_NOTHING"
            })
    void anyOtherQuoteIsNot(long first, long last, String quote, Outcome why) {
        Checked checked = check(first, last, quote);
        assertThat(checked.outcome()).isEqualTo(why);
        assertThat(checked.citation()).isNull();
    }

    @Test
    void aSourceThatDoesNotExistIsNoSource() {
        assertThat(VERIFIER.check(new Claimed("S2", 1, 1, "listening on port")).outcome())
                .isEqualTo(Outcome.NO_SUCH_SOURCE);
        assertThat(VERIFIER.check(new Claimed("", 1, 1, "listening on port")).outcome())
                .isEqualTo(Outcome.NO_SUCH_SOURCE);
    }

    @Test
    void aQuoteAFewLinesBesideIsPutOnItsOwnLine() {
        Checked checked = check(5, 5, "order 88213 failed");
        assertThat(checked.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(checked.corrected()).isTrue();
        assertThat(checked.citation().lines()).hasToString("S1:3");
    }

    @Test
    void aQuoteThatStandsTwiceNearbyIsNotGuessed() {
        assertThat(check(4, 4, "upstream inventory-svc answered 503").outcome()).isEqualTo(Outcome.NOT_IN_THESE_LINES);
    }

    @Test
    void aRangeOfHundredsOfLinesPointsNowhere() {
        Evidence many = Evidence.NONE.with("S1", Redactor.create().redact("one line\n".repeat(500) + "the cause"));
        assertThat(new ClaimVerifier(FRAME, many)
                        .check(new Claimed("S1", 1, 501, "the cause"))
                        .outcome())
                .isEqualTo(Outcome.TOO_MANY_LINES);
    }

    @Test
    void whatIsShownIsTheEvidenceInWholeWords() {
        Citation citation = check(4, 4, "StateException: pool exh").citation();
        assertThat(citation.quote()).hasToString("IllegalStateException: pool exhausted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Orders fail since inventory-svc answers 503.",
                "Order 88213 failed at 10:42:09, after a wait of 2487 ms.",
                "A request waited about 2.5 s for one of 50 connections.",
                "The second failure came 27 seconds after the first.",
                "Memory stands at 512 MiB of 2 GiB (2048Mi).",
                "At 10:42 the out-of-memory killer was not yet involved; this is a client-side timeout.",
                "See S1:3 and S1:4-5: `shop.Pool.take` in `Pool.java:131` throws IllegalStateException.",
                "It says \"pool exhausted\".",
                "Two of 3 hypotheses concern TCP/IP, e.g. a read-only replica and/or a re-used socket.",
                "It began on 2026-11-21 at 2026-11-21T10:42:07Z.",
                "5xx answers and a 1st retry"
            })
    void whatTheEvidenceSaysIsSupported(String claim) {
        assertThat(VERIFIER.unsupported(claim, cited(2, 3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Order 88214 failed. | 88214",
                "It waited 2587 ms. | 2587",
                "It waited 2487 s. | 2487",
                "At 10:43:09 it failed. | 10:43:09",
                "At 10:45 it failed. | 10:45",
                "On 2026-11-22 it failed. | 2026-11-22",
                "payment-svc answered. | payment-svc",
                "inventory-api answered. | inventory-api",
                "It threw NullPointerException. | NullPointerException",
                "It got ECONNREFUSED. | ECONNREFUSED",
                "It failed on port 8081. | 8081",
                "It uses 512 GiB. | 512",
                "97% of orders failed. | 97%",
                "It happened 45 minutes later. | 45",
                "It said \"pool is exhausted\". | pool is exhausted",
                "The file /etc/shop/pool.yaml is wrong. | /etc/shop/pool.yaml",
                "The host <ip:77> is down. | <ip:77>",
                "See S1:900. | S1:900",
                "It logged 1,234 lines. | 1,234",
                "Pool.java:132 throws. | Pool.java:132"
            })
    void whatNobodySaidIsNot(String claim, String madeUp) {
        assertThat(VERIFIER.unsupported(claim, cited(2, 3))).containsExactly(madeUp);
    }

    private static List<Citation> cited(long first, long last) {
        return List.of(check(first, last, "upstream inventory-svc answered 503").citation());
    }
}
