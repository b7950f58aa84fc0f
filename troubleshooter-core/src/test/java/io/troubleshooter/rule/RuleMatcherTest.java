package io.troubleshooter.rule;

import static io.troubleshooter.rule.Records.at;
import static io.troubleshooter.rule.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleMatcherTest {

    private static final Instant T0 = Instant.parse("2026-11-20T09:43:11Z");

    private static RuleMatcher matcher(String... rules) {
        return new RuleMatcher(RuleSet.empty().with("[" + String.join(",", rules) + "]"), 3);
    }

    private static String rule(String id, String rest) {
        return "{\"id\":\"" + id + "\",\"kind\":\"CAUSE\",\"title\":\"t\",\"weight\":0.8," + rest + "}";
    }

    private static String any(String literal) {
        return "\"match\":[{\"any\":[\"" + literal + "\"]}]";
    }

    private static List<Finding> findings(RuleMatcher matcher, LogRecord... records) {
        for (LogRecord record : records) {
            matcher.accept(record, 0);
        }
        return matcher.findings();
    }

    @Test
    void aLiteralIsFoundWhateverItsCase() {
        List<Finding> found =
                findings(matcher(rule("disk/full", any("No space left"))), at(7, "x: NO SPACE LEFT on it"));

        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("disk/full");
            assertThat(f.count()).isEqualTo(1);
            assertThat(f.first()).isEqualTo(LineRef.of("S1", 7));
            assertThat(highlighted(f.exemplars().get(0))).isEqualTo("NO SPACE LEFT");
        });
    }

    @Test
    void literalsUnderAllMustAllOccur() {
        String rule = rule("a/b", "\"match\":[{\"any\":[\"first\",\"other\"],\"all\":[\"second\",\"third\"]}]");

        assertThat(findings(matcher(rule), at(1, "other second third"))).hasSize(1);
        assertThat(findings(matcher(rule), at(1, "first second"))).isEmpty();
        assertThat(findings(matcher(rule), at(1, "second third"))).isEmpty();
    }

    @Test
    void aPatternNarrowsAndCaptures() {
        String rule = rule(
                "net/refused",
                "\"match\":[{\"any\":[\"connection refused\"],\"pattern\":\"tcp (?<host>[\\\\w.]+):(?<port>\\\\d+)\"}]");
        List<Finding> found = findings(
                matcher(rule),
                at(1, "dial tcp db.example:5432: connection refused"),
                at(2, "dial tcp cache.example:6379: connection refused"),
                at(3, "dial tcp cache.example:6379: connection refused"),
                at(4, "connection refused"));

        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.count()).isEqualTo(3);
            assertThat(f.captures().get("host")).hasToString("cache.example");
            assertThat(f.captures().get("port")).hasToString("6379");
            assertThat(f.exemplars()).extracting(e -> e.lines().first()).containsExactly(1L, 2L);
        });
    }

    @Test
    void unlessExcludesARecord() {
        String rule = rule("a/b", any("Killed process") + ",\"unless\":[\"memory cgroup\"]");

        assertThat(findings(matcher(rule), at(1, "Killed process 1"))).hasSize(1);
        assertThat(findings(matcher(rule), at(1, "memory cgroup: Killed process 1")))
                .isEmpty();
    }

    @Test
    void levelsAndFormatsNarrow() {
        String levels = rule("a/b", "\"match\":[{\"any\":[\"refused\"],\"levels\":[\"ERROR\",\"FATAL\"]}]");
        assertThat(findings(matcher(levels), at(1, null, Level.ERROR, "refused")))
                .hasSize(1);
        assertThat(findings(matcher(levels), at(1, null, Level.INFO, "refused")))
                .isEmpty();

        String formats = rule("a/b", "\"match\":[{\"any\":[\"refused\"],\"formats\":[\"klog\"]}]");
        assertThat(findings(matcher(formats), at(1, "refused"))).isEmpty();
    }

    @Test
    void laterLinesAndFieldsCount() {
        RuleMatcher matcher = matcher(rule("a/b", any("No space left")));
        List<Finding> found = findings(
                matcher,
                at(1, "write failed\n\tat a.b\nCaused by: No space left on device"),
                record(9, null, Level.ERROR, "write failed", Map.of("err", "No space left on device")));

        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.count()).isEqualTo(2);
            assertThat(f.first()).isEqualTo(new LineRef("S1", 1, 3));
            assertThat(highlighted(f.exemplars().get(0))).isEqualTo("No space left");
        });
    }

    @Test
    void aMatchDeepInALongRecordIsKeptWithItsOwnLines() {
        String frames = "\tat com.example.Service.call(Service.java:10)\n".repeat(400);
        LogRecord long1 = at(100, "failed\n" + frames + "Caused by: No space left on device");
        Finding found =
                findings(matcher(rule("a/b", any("no space left"))), long1).get(0);

        Exemplar kept = found.exemplars().get(0);
        assertThat(kept.lines()).isEqualTo(new LineRef("S1", 499, 501));
        assertThat(highlighted(kept)).isEqualTo("No space left");
        assertThat(kept.text().length()).isLessThan(4_096);
    }

    @Test
    void noiseIsSetAsideUnlessAStrongerRuleKnowsTheRecord() {
        String noise =
                "{\"id\":\"n/probe\",\"kind\":\"NOISE\",\"title\":\"t\",\"weight\":0.6," + any("handshake error") + "}";
        RuleMatcher matcher = matcher(noise, rule("tls/expired", any("certificate has expired")));

        assertThat(matcher.accept(at(1, "TLS handshake error: EOF"), 0)).isTrue();
        assertThat(matcher.accept(at(2, "TLS handshake error: certificate has expired"), 1))
                .isFalse();
        assertThat(matcher.findings()).extracting(Finding::rule).containsExactly("n/probe", "tls/expired");
        assertThat(matcher.findings()).extracting(Finding::count).containsExactly(1L, 1L);
    }

    @Test
    void countAndTimeConditionsHold() {
        String rule = rule("a/b", any("restarted") + ",\"conditions\":{\"minCount\":3,\"within\":\"PT1M\"}");

        assertThat(findings(matcher(rule), restart(1, 0), restart(2, 50), restart(3, 100)))
                .isEmpty();
        assertThat(findings(matcher(rule), restart(1, 0), restart(2, 50), restart(3, 60)))
                .hasSize(1);
    }

    private static LogRecord restart(long line, int seconds) {
        return at(line, T0.plusSeconds(seconds), Level.INFO, "restarted");
    }

    @Test
    void presenceAbsenceAndOrderConditionsHold() {
        String needs = rule("a/needs", any("needs it") + ",\"conditions\":{\"present\":[\"a/other\"]}");
        String avoids = rule("a/avoids", any("avoids it") + ",\"conditions\":{\"absent\":[\"a/other\"]}");
        String follows = rule("a/follows", any("follows it") + ",\"conditions\":{\"after\":[\"a/other\"]}");
        String other = rule("a/other", any("the other"));
        String[] all = {needs, avoids, follows, other};

        assertThat(findings(matcher(all), at(1, "needs it"), at(2, "avoids it"), at(3, "follows it")))
                .extracting(Finding::rule)
                .containsExactly("a/avoids", "a/follows");
        assertThat(findings(
                        matcher(all), at(1, "needs it"), at(2, "avoids it"), at(3, "follows it"), at(4, "the other")))
                .extracting(Finding::rule)
                .containsExactly("a/needs", "a/other");
    }

    @Test
    void partsMergeToWhatTheWholeGives() {
        RuleMatcher whole = matcher(rule("a/b", any("No space left")));
        RuleMatcher first = matcher(rule("a/b", any("No space left")));
        RuleMatcher next = matcher(rule("a/b", any("No space left")));
        for (int i = 1; i <= 6; i++) {
            LogRecord record = at(i, T0.plusSeconds(i), Level.ERROR, "No space left " + i);
            whole.accept(record, 0);
            (i < 4 ? first : next).accept(record, i < 4 ? 0 : 5);
        }
        first.merge(next, new int[] {9, 9, 9, 9, 9, 0}, Renumbering.NONE);

        assertThat(first.findings()).isEqualTo(whole.findings());
    }

    private static String highlighted(Exemplar exemplar) {
        Span span = exemplar.highlight();
        return exemplar.text().slice(span.start(), span.end()).toString();
    }
}
