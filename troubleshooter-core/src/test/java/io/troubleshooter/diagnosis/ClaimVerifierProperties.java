package io.troubleshooter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.CitationVerifier.Outcome;
import io.troubleshooter.diagnosis.ClaimVerifier.Claimed;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.text.LineRef;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClaimVerifierProperties {

    private static final IncidentFrame EMPTY =
            Troubleshooter.create().frame(List.of(LogSource.text("nothing to see\n", "x")));

    @Provide
    Arbitrary<List<String>> logs() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'f').ofMinLength(1).ofMaxLength(6);
        Arbitrary<String> number = Arbitraries.integers().between(10, 9_999).map(String::valueOf);
        Arbitrary<String> mark =
                Arbitraries.of(" ", " ", "  ", ": ", "=", "[", "] ", "/", ".", "-", "\u00e9", "\"", "...");
        Arbitrary<String> line = Arbitraries.oneOf(word, number, mark)
                .list()
                .ofMinSize(4)
                .ofMaxSize(20)
                .map(l -> String.join("", l));
        return line.list().ofMinSize(2).ofMaxSize(12);
    }

    private static ClaimVerifier verifier(List<String> log) {
        return new ClaimVerifier(EMPTY, evidence(log));
    }

    private static Evidence evidence(List<String> log) {
        return Evidence.NONE.with("S1", Redactor.create().redact(String.join("\n", log)));
    }

    @Property(tries = 400)
    void trueQuotesPassAndAreShownAsTheyStand(
            @ForAll("logs") List<String> log,
            @ForAll @IntRange(max = 11) int line,
            @ForAll @IntRange(max = 60) int from) {
        Evidence evidence = evidence(log);
        int number = line % log.size() + 1;
        String text = String.valueOf(evidence.text(LineRef.of("S1", number)));
        String quote = text.substring(wordStart(text, Math.min(from, text.length())));
        Assume.that(quote.replaceAll("[^a-f0-9]", "").length() >= 3);
        ClaimVerifier.Checked checked =
                new ClaimVerifier(EMPTY, evidence).check(new Claimed("S1", number, number, quote));
        assertThat(checked.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(text).contains(String.valueOf(checked.citation().quote()));
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0 && text.substring(start - 1, start).matches("[0-9.,]")) {
            start--;
        }
        return start;
    }

    @Property(tries = 600)
    void aQuoteWithOneCharacterChangedIsCaught(
            @ForAll("logs") List<String> log,
            @ForAll @IntRange(max = 11) int line,
            @ForAll @IntRange(max = 200) int where,
            @ForAll("changes") char change) {
        int number = line % log.size() + 1;
        RedactedText text = evidence(log).text(LineRef.of("S1", number));
        String quote = String.valueOf(text).strip();
        Assume.that(!quote.isEmpty());
        int at = where % quote.length();
        Assume.that(Character.isLetterOrDigit(quote.charAt(at)));
        String mutated = quote.substring(0, at) + change + quote.substring(at + 1);
        assertThat(verifier(log)
                        .check(new Claimed("S1", number, number, mutated))
                        .citation())
                .isNull();
    }

    /** None of these stands in a log. */
    @Provide
    Arbitrary<Character> changes() {
        return Arbitraries.of('x', 'Z', '\u00e4', '#', '@', 'q');
    }

    @Property(tries = 600)
    void aNumberThatWasChangedIsCaught(
            @ForAll("logs") List<String> log, @ForAll @IntRange(min = 10, max = 999_999) int number) {
        String text = String.join(" ", log);
        Assume.that(!text.contains(Integer.toString(number)));
        Assume.that(EMPTY.sources().stream().noneMatch(s -> s.bytes() == number));
        assertThat(verifier(log).unsupported("It happened " + number + " times.", List.of()))
                .containsExactly(Integer.toString(number));
    }

    @Property(tries = 300)
    void nothingAModelWritesMakesItFail(
            @ForAll String source, @ForAll long first, @ForAll long last, @ForAll String quote) {
        ClaimVerifier verifier = verifier(List.of("one line of text", "another line"));
        verifier.check(new Claimed(source, first, last, quote));
        verifier.check(new Claimed("S1", 1, 2, quote));
        verifier.unsupported(quote, List.of());
    }

    @Test
    @Timeout(60)
    void hostileQuotesTakeLinearTime() {
        String a = "a".repeat(1 << 20);
        ClaimVerifier verifier = new ClaimVerifier(
                EMPTY, Evidence.NONE.with("S1", Redactor.create().redact(a)));
        for (String quote : List.of(
                a + "b",
                "a".repeat(1 << 19) + "b",
                "...".repeat(1 << 18),
                "\"".repeat(1 << 20),
                "a...".repeat(1 << 18),
                "\0".repeat(1 << 20),
                "(a+)+$".repeat(1 << 17),
                "<a:".repeat(1 << 18),
                "1".repeat(1 << 20))) {
            assertThat(verifier.check(new Claimed("S1", 1, 1, quote)).citation())
                    .isNull();
            verifier.unsupported(quote, List.of());
        }
        assertThat(verifier.unsupported("a-1 ".repeat(1 << 18), List.of())).contains("more than 400 facts");
    }
}
