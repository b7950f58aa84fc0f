package io.troubleshooter.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.text.LineRef;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceDigestTest {

    private static final String HEALTHY = IntStream.range(0, 3_000)
            .mapToObj(i -> String.format(
                    "2026-11-21T10:%02d:%02dZ INFO  [http-%d] shop.Orders - order %d accepted in %d ms",
                    i / 60 % 60, i % 60, i % 8, 70_000 + i, 10 + i % 40))
            .collect(Collectors.joining("\n"));

    private static EvidenceDigest digest(String log, @Nullable String question, int budget) {
        Analysis analysis = Troubleshooter.builder()
                .keepEvidence(EvidenceLimits.DEFAULT)
                .build()
                .open();
        analysis.read(LogSource.text(log, "app.log"));
        Diagnosis offline = analysis.diagnose(question);
        RedactedText asked = question == null ? null : RedactionSession.create().redact(question);
        return EvidenceDigest.of(offline.frame(), analysis.evidence(), offline, asked, budget);
    }

    private static String middle(String line) {
        int half = HEALTHY.indexOf('\n', HEALTHY.length() / 2);
        return HEALTHY.substring(0, half + 1) + line + HEALTHY.substring(half);
    }

    @Test
    void aQuietLineInTheMiddleIsShownUnderItsNumber() {
        String log = middle("2026-11-21T10:25:00Z WARN  [main] shop.Disk - volume /var/lib/shop is 100% full");
        EvidenceDigest digest = digest(log, null, 400);
        assertThat(digest.text().toString())
                .containsPattern("S1:15\\d\\d 2026-11-21T10:25:00Z WARN  \\[main] shop.Disk - volume");
    }

    @Test
    void whatTheQuestionNamesIsShown() {
        EvidenceDigest digest = digest(HEALTHY, "what became of order 71234?", 300);
        assertThat(digest.text().toString()).contains("order 71234 accepted");
    }

    @Test
    void aTimeInTheQuestionIsShown() {
        EvidenceDigest digest = digest(HEALTHY, "show what happened around 10:31:07", 300);
        assertThat(digest.text().toString()).contains("10:31:07Z INFO");
    }

    @Test
    void linesThatRepeatAreShownOnceWithTheirCount() {
        EvidenceDigest digest = digest(HEALTHY, null, 1_000);
        assertThat(digest.text().toString()).contains(" x3000");
    }

    @Test
    void ofALongLineTheTellingMiddleIsKept() {
        String log = middle("2026-11-21T10:25:00Z ERROR [main] shop.Sync - " + "padding ".repeat(200)
                + "connection refused by inventory" + " padding".repeat(200));
        assertThat(digest(log, null, 600).text().toString()).contains("connection refused by inventory padding");
    }

    @Test
    void withoutEvidenceThereIsNoText() {
        Diagnosis offline = Troubleshooter.create().diagnose(LogSource.text("x\n", "x"));
        EvidenceDigest digest = EvidenceDigest.of(offline.frame(), Evidence.NONE, offline, null, 200);
        assertThat(digest.text()).isNull();
        assertThat(digest.lines()).isEmpty();
    }

    @Test
    void aBudgetTooSmallForAnythingIsRefused() {
        assertThatThrownBy(() -> digest("x\n", null, 199)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 60)
    void anyTextGivesADigestWithinItsBudgetWhoseLinesAreTheEvidences(
            @ForAll List<String> lines, @ForAll @IntRange(min = 200, max = 2_000) int budget) {
        String log = "first ERROR line\n" + String.join("\n", lines);
        EvidenceDigest digest = digest(log, lines.isEmpty() ? null : lines.get(0), budget);
        assertThat(digest.tokens()).isLessThanOrEqualTo(budget).isEqualTo(TokenEstimate.of(digest.text()));
        for (LineRef line : digest.lines()) {
            assertThat(digest.text().toString()).contains("\n" + line + " ");
        }
        assertThat(digest.lines()).doesNotHaveDuplicates();
    }

    @Test
    void theSameEvidenceGivesTheSameDigest() {
        String log = middle("2026-11-21T10:25:00Z ERROR [main] shop.Disk - write failed: no space left on device");
        assertThat(digest(log, "why?", 900)).isEqualTo(digest(log, "why?", 900));
    }
}
