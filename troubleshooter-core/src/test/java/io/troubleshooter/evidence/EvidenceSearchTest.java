package io.troubleshooter.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceSearchTest {

    private static final InputLimits SMALL_PARTS = new InputLimits(1 << 20, Long.MAX_VALUE, 256);

    /** An edge of a word, of letters of ASCII; what Java takes for one depends on its version. */
    private static final String EDGE = "(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w)";

    @Property(tries = 500)
    void wordsAreFoundWhereAPlainScanFindsThem(@ForAll("texts") List<String> lines, @ForAll("words") String words) {
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lower(lines.get(i)).contains(lower(words))) {
                expected.add(i + 1L);
            }
        }

        assertThat(found(lines, LinePattern.literal(words))).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void regexesAreFoundWhereJavaFindsThem(@ForAll("texts") List<String> lines, @ForAll("regexes") String regex) {
        Pattern pattern = Pattern.compile(
                regex.replace("\\b", "(?:" + EDGE + ")").replace("\\B", "(?!" + EDGE + ")"), Pattern.CASE_INSENSITIVE);
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                expected.add(i + 1L);
            }
        }

        assertThat(found(lines, LinePattern.regex(regex))).as(regex).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("abAB1_ é€😀-")
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abAB1é ").ofMinLength(1).ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> regexes() {
        Arbitrary<String> atom = Arbitraries.of(
                "a", "b", "B", "1", "é", "€", "😀", ".", "\\d", "\\w", "\\s", "\\D", "[ab]", "[^a]", "[a-b1]", "\\b",
                "\\B", "^", "$", "[é1]", "-", "(?:ab)");
        Arbitrary<String> mark = Arbitraries.of("", "", "", "*", "+", "?", "{2}", "{1,2}", "{2,}", "*?");
        Arbitrary<String> piece = atom.flatMap(
                a -> mark.map(m -> a.startsWith("\\b") || a.equals("\\B") || "^$".contains(a) ? a : a + m));
        Arbitrary<String> sequence = piece.list().ofMinSize(1).ofMaxSize(4).map(p -> String.join("", p));
        return sequence.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(all -> mark.map(m -> {
                    String choice = String.join("|", all);
                    return m.isEmpty() ? choice : "a(" + choice + ")" + m + "b|" + choice;
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "[, it ends too early",
        "(, (",
        "a), )",
        "*, repeats nothing",
        "(?=a), looks around",
        "(?<!a), looks around",
        "a\\1, escape",
        "\\p{L}, escape",
        "a{3000}, repeats something more",
        "'(a{900}){900}', too large",
        "'a{3,2}', no range",
        "[z-a], backwards",
        "a++, possessive"
    })
    void aRegexThatCannotBeUsedIsRefusedWithAReason(String regex, String reason) {
        assertThatThrownBy(() -> LinePattern.regex(regex))
                .isInstanceOf(PatternException.class)
                .hasMessageContaining(reason);
    }

    @Property(tries = 2000)
    void noRegexFailsOtherwise(@ForAll String regex, @ForAll("regexes") String well) {
        for (String candidate : List.of(regex, well + regex, "(" + regex + "){9}")) {
            try {
                found(List.of("some text"), LinePattern.regex(candidate));
            } catch (PatternException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|aa)+$",
                "(a*)*b",
                "(.*)*x",
                "(a|a?)+z$",
                "(.*a){20}z",
                "(a|b)*a(a|b){12}z",
                "((((){1000}){1000}){1000}){1000}z",
                "^(([a-z])+.)+[A-Z]([a-z])+$"
            })
    @Timeout(60)
    void hostileRegexesOnALineOfAMegabyteEnd(String regex) {
        String line = "a".repeat(1_000_000) + "!";

        List<Long> found = found(List.of("first", line, "last"), LinePattern.regex(regex));

        assertThat(found).doesNotContain(2L);
    }

    @Test
    void withinACharacterThereIsNoPlace() {
        assertThat(found(List.of("a a aéa", "aa"), LinePattern.regex("\\B"))).containsExactly(2L);
    }

    @Test
    void theEndOfALongLineIsSearched() {
        String line = "a".repeat(900_000) + " the end";

        assertThat(found(List.of(line, "x"), LinePattern.regex("the +end$"))).containsExactly(1L);
        assertThat(found(List.of(line, "x"), LinePattern.literal("THE END"))).containsExactly(1L);
    }

    @Test
    void aSearchStopsWhenItsTimeIsUp() {
        Evidence evidence = evidence("word " + "x\nword ".repeat(60_000));
        AtomicInteger asked = new AtomicInteger();

        Hits hits = evidence.search(
                EvidenceQuery.ALL.words(LinePattern.literal("word")), 10, () -> asked.incrementAndGet() > 2);

        assertThat(hits.stopped()).isTrue();
        assertThat(hits.total()).isBetween(1L, 40_000L);
    }

    @Test
    void theFirstAreGivenAndAllAreCounted() {
        Hits hits = evidence("a\nb\na\na\n").search(EvidenceQuery.ALL.words(LinePattern.literal("A")), 2, () -> false);

        assertThat(hits.lines()).containsExactly(LineRef.of("S1", 1), LineRef.of("S1", 3));
        assertThat(hits.total()).isEqualTo(3);
    }

    @Test
    void timeAndLevelAreThoseOfTheRecordToWhichALineBelongs() {
        Evidence evidence = evidence("""
                2026-11-20 08:00:00 INFO started
                2026-11-20 08:00:05 ERROR failed
                java.lang.IllegalStateException: no
                \tat a.B.started(B.java:1)
                2026-11-20 08:00:09 ERROR failed again
                """);
        Instant five = Instant.parse("2026-11-20T08:00:05Z");
        EvidenceQuery query = EvidenceQuery.ALL.words(LinePattern.literal("started"));

        assertThat(lines(evidence, query)).containsExactly(1L, 4L);
        assertThat(lines(evidence, query.atLeast(Level.ERROR))).containsExactly(4L);
        assertThat(lines(evidence, query.between(null, five.minusSeconds(1)))).containsExactly(1L);
        assertThat(evidence.between(five, five.plus(Duration.ofSeconds(4)), Level.WARN))
                .extracting(Evidence.Entry::lines)
                .containsExactly(new LineRef("S1", 2, 4), LineRef.of("S1", 5));
    }

    private static List<Long> lines(Evidence evidence, EvidenceQuery query) {
        return evidence.search(query, 100, () -> false).lines().stream()
                .map(LineRef::first)
                .toList();
    }

    private static List<Long> found(List<String> lines, LinePattern pattern) {
        return lines(evidence(String.join("\n", lines) + "\n."), EvidenceQuery.ALL.words(pattern)).stream()
                .filter(line -> line <= lines.size())
                .toList();
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder();
        for (char c : text.toCharArray()) {
            lower.append(c < 0x80 ? String.valueOf(c).toLowerCase(Locale.ROOT) : c);
        }
        return lower.toString();
    }

    static Evidence evidence(String log) {
        Analysis analysis = Troubleshooter.builder()
                .inputLimits(SMALL_PARTS)
                .keepEvidence(EvidenceLimits.DEFAULT)
                .build()
                .open();
        analysis.read(LogSource.text(log, "a.log"));
        return analysis.evidence();
    }
}
