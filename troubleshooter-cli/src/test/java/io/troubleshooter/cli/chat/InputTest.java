package io.troubleshooter.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.text.LineRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @Test
    void aSlashBeginsACommandAndItsBeginningIsEnough() {
        assertThat(Input.of(" /add  a b.log ")).isEqualTo(new Input.Command(SlashCommand.ADD, "a b.log"));
        assertThat(Input.of("/hyp")).isEqualTo(new Input.Command(SlashCommand.HYPOTHESES, ""));
        assertThat(Input.of("/re")).isEqualTo(new Input.Unknown("/re"));
        assertThat(Input.of("/frobnicate")).isEqualTo(new Input.Unknown("/frobnicate"));
    }

    @Test
    void allElseIsAQuestion() {
        assertThat(Input.of("why?")).isEqualTo(new Input.Question("why?"));
        assertThat(Input.of("/var/log is full, why?")).isInstanceOf(Input.Question.class);
        assertThat(Input.of("  ")).isInstanceOf(Input.Nothing.class);
    }

    @Test
    void referencesAreThoseOfTheReports() {
        assertThat(References.parse("S1:10-20", s -> 0)).isEqualTo(new LineRef("S1", 10, 20));
        assertThat(References.parse("t3:2", s -> 0)).isEqualTo(LineRef.of("T3", 2));
        assertThat(References.parse("S2", s -> 40)).isEqualTo(new LineRef("S2", 1, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "S0", "X1:1", "S1:", "S1:0", "S1:5-2", "S1:a", "S1:1-", "S1:99999999999999999999"})
    void whatIsNoReferenceIsNone(String text) {
        assertThat(References.parse(text, s -> 1)).isNull();
    }

    @Test
    void morePastedThanAQuestionTakesIsEvidence() {
        assertThat(BigPaste.isBig("a\n".repeat(5))).isFalse();
        assertThat(BigPaste.isBig("a\n".repeat(6))).isTrue();
        assertThat(BigPaste.isBig("a".repeat(500))).isFalse();
        assertThat(BigPaste.isBig("a".repeat(501))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, $0.00", "4000, $0.004", "460000, $0.46", "12, $0.000012", "2500000, $2.50"})
    void amountsAreAsShortAsTheyCanBe(long microUsd, String shown) {
        assertThat(Figures.dollars(microUsd)).isEqualTo(shown);
    }
}
