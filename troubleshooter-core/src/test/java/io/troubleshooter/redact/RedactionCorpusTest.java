package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.RedactionCorpus;
import io.troubleshooter.contract.RedactionCorpus.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What facts demand of the redactor, over the corpus; prints the table of {@code docs/measurements-redaction.md}. */
class RedactionCorpusTest {

    private static final Set<String> MUST_BE_COMPLETE =
            Set.of("private-key", "url-password", "auth-header", "cookie", "env-dump", "api-key-header");
    private static final Set<String> PERSONAL =
            Set.of("email", "ipv4", "ipv6", "mac", "card", "ssn", "iban", "phone", "user-path", "user");

    @Test
    void nothingSecretSurvives() {
        Map<String, int[]> table = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        for (Positive positive : RedactionCorpus.positives()) {
            String redacted = Redactor.create().redact(positive.text()).toString();
            boolean caught = positive.secrets().stream().noneMatch(s -> RedactionCorpus.survives(s, redacted));
            int[] row = table.computeIfAbsent(positive.kind(), k -> new int[2]);
            row[0] += caught ? 1 : 0;
            row[1]++;
            if (!caught) {
                missed.add(positive.kind() + ": " + redacted);
            }
        }
        table.forEach((kind, row) -> System.out.printf("| %s | %d | %.2f |%n", kind, row[1], recall(row)));
        int[] all = table.values().stream().reduce(new int[2], RedactionCorpusTest::sum);
        assertThat(recall(all)).as("recall; missed: %s", missed).isGreaterThanOrEqualTo(0.98);
        assertThat(all[1]).isGreaterThanOrEqualTo(600);
        MUST_BE_COMPLETE.forEach(
                kind -> assertThat(recall(table.get(kind))).as(kind).isEqualTo(1.0));
        PERSONAL.forEach(kind -> assertThat(recall(table.get(kind))).as(kind).isGreaterThanOrEqualTo(0.97));
    }

    private static int[] sum(int[] a, int[] b) {
        return new int[] {a[0] + b[0], a[1] + b[1]};
    }

    private static double recall(int[] row) {
        return (double) row[0] / row[1];
    }

    @Test
    void whatIsNotSecretComesOutAsItWas() {
        List<String> changed = RedactionCorpus.negatives().stream()
                .filter(text -> !Redactor.create().redact(text).toString().equals(text))
                .toList();
        assertThat(changed).isEmpty();
    }

    @Test
    void wordsAroundASecretStay() {
        long kept = 0;
        long all = 0;
        for (Positive positive : RedactionCorpus.positives()) {
            String redacted = Redactor.create().redact(positive.text()).toString();
            for (String word : positive.around().split("[^A-Za-z0-9]+")) {
                all += word.length() > 1 ? 1 : 0;
                kept += word.length() > 1 && redacted.contains(word) ? 1 : 0;
            }
        }
        assertThat((double) kept / all).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void redactingTwiceChangesNothingMore() {
        for (Positive positive : RedactionCorpus.positives()) {
            String once = Redactor.create().redact(positive.text()).toString();
            assertThat(Redactor.create().redact(once).toString()).isEqualTo(once);
        }
    }

    @Test
    void linesStayLines() {
        for (Positive positive : RedactionCorpus.positives()) {
            String redacted = Redactor.create().redact(positive.text()).toString();
            assertThat(redacted.chars().filter(c -> c == '\n').count())
                    .isEqualTo(positive.text().chars().filter(c -> c == '\n').count());
        }
    }
}
