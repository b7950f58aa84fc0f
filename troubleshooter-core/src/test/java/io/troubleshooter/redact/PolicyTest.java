package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.normalize.NormalizedBlock;
import io.troubleshooter.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static String redact(RedactionPolicy policy, String text) {
        return RedactionSession.create(policy).newRedactor().redact(text).toString();
    }

    @Test
    void leavesKindsThatAreOffAndValuesThatAreAllowed() {
        RedactionPolicy policy = new RedactionPolicy(Set.of("ip"), Set.of("ops@example.org"), List.of());
        String text = "10.1.2.3 wrote to ops@example.org";
        assertThat(redact(policy, text + " and ann@example.org")).isEqualTo(text + " and <email:1>");
    }

    @Test
    void removesWhatAPatternFinds() {
        Detector detector = PatternDetector.of("ticket", "ticket=([A-Z]+-\\d+)");
        RedactionPolicy policy = new RedactionPolicy(Set.of(), Set.of(), List.of(detector));
        assertThat(redact(policy, "see ticket=OPS-4711 now")).isEqualTo("see ticket=<ticket:1> now");
    }

    @Test
    void removesTheWholeLineWhereAPatternTakesTooLong() {
        Detector detector = PatternDetector.of("slow", "(.*?,){20}Z");
        RedactionPolicy policy = new RedactionPolicy(Set.of(), Set.of(), List.of(detector));
        assertThat(redact(policy, "a,".repeat(40))).isEqualTo("<slow:1>");
    }

    @Test
    void failsClosedAndQuietlyWhereADetectorFails() {
        Detector broken = new Detector() {
            @Override
            public String kind() {
                return "broken";
            }

            @Override
            public List<Span> find(byte[] line) {
                throw new IllegalStateException(new String(line));
            }
        };
        RedactionPolicy policy = new RedactionPolicy(Set.of(), Set.of(), List.of(broken));
        assertThatThrownBy(() -> redact(policy, "hunter2"))
                .isInstanceOf(TroubleshooterException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void failsClosedAndQuietlyWhereADetectorRunsOutOfStack() {
        Detector deep = new Detector() {
            @Override
            public String kind() {
                return "deep";
            }

            @Override
            public List<Span> find(byte[] line) {
                throw new StackOverflowError(new String(line, StandardCharsets.US_ASCII));
            }
        };
        RedactionPolicy policy = new RedactionPolicy(Set.of(), Set.of(), List.of(deep));
        Redactor redactor = RedactionSession.create(policy).newRedactor();
        NormalizedBlock block = new NormalizedBlock(
                "hunter2".getBytes(StandardCharsets.US_ASCII), new int[] {0}, new int[] {7}, new long[] {1}, 1);
        assertThatThrownBy(() -> redactor.redact(block))
                .isInstanceOf(TroubleshooterException.class)
                .hasNoCause();
        assertThatThrownBy(() -> redactor.prime(block))
                .isInstanceOf(TroubleshooterException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void keepsTheWayBackOnlyWhereAskedFor() {
        RevealMap reveals = new RevealMap();
        RedactionSession session = RedactionSession.createReversible(RedactionPolicy.strict(), reveals);
        Redactor part = session.newRedactor();
        part.redact("from 10.1.2.3");
        session.adopt(part);
        Map<String, String> found = new HashMap<>();
        reveals.forEach(found::put);
        assertThat(found).containsExactly(Map.entry("<ip:1>", "10.1.2.3"));
        assertThat(reveals).hasToString("RevealMap[1 values]");
    }
}
