package io.troubleshooter.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.input.RawBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

    private static final String ESC = "\u001b";

    @Test
    void sharesTheBytesOfABlockThatIsClean() {
        RawBlock block = block("2024-01-01 INFO [main] ready\r\n\n\tindented, caf\u00e9 [5m] [30ms] [2024]\nlast");

        NormalizedBlock lines = new Normalizer().normalize(block);

        assertThat(lines.bytes()).isSameAs(block.bytes());
        assertThat(texts(lines))
                .containsExactly(
                        "2024-01-01 INFO [main] ready", "", "\tindented, caf\u00e9 [5m] [30ms] [2024]", "last");
    }

    @Test
    void countsLinesOnFromTheBlocksFirst() {
        NormalizedBlock lines = new Normalizer().normalize(block("a\nb\n", 41));

        assertThat(lines.lines()).isEqualTo(2);
        assertThat(lines.number(0)).isEqualTo(41);
        assertThat(lines.number(1)).isEqualTo(42);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "colours|\\033[1;31mERROR\\033[0m done|ERROR done",
                "hyperlink closed by BEL|see \\033]8;;https://a.b/c\\7link\\033]8;;\\7 now|see link now",
                "hyperlink closed by ST|see \\033]8;;https://a.b/c\\033\\\\link\\033]8;;\\033\\\\ now|see link now",
                "string that never ends|a \\033]0;still text|a 0;still text",
                "erased line|10%\\r\\033[K20%\\r\\033[Kdone|done",
                "move to first column|10%\\033[2K\\033[1Gdone|done",
                "move to the right|a\\033[1Cb|a b",
                "character set|\\033(Btext\\0337|text",
                "escape at the end|text\\033|text",
                "half a colour code|text\\033[3|text",
                "C1 control sequence|a\\23331mb|ab",
                "section marks|section_start:1:x\\r\\033[0KRunning|Running",
                "progress|  1%\\r 50%\\r100%|100%",
                "progress that ends with a return|50%\\r100%\\r|100%",
                "returns only|\\r\\r|''",
                "backspaces|wr\\b\\bright|right",
                "backspace over two bytes|\u00e9\\be|e",
                "backspace at the start|\\b\\btext|text",
                "NUL and other controls|a\\0b\\1c\\177d|abcd",
                "form feed|a\\fb|a b",
                "next line|a\\205b|a b",
                "line separator|a\u2028b|a b",
                "byte order mark|\ufefftext|text",
                "zero width|pass\u200bword\u2060|password",
                "direction|a\u202eb\u2066c|abc",
                "soft hyphen|a\u00adb|ab",
                "colour remains|[31mERROR[0m text [2K|ERROR text [2K",
                "two colour remains without reset|[31mERROR [33mtext|ERROR text",
                "remains with attributes|[0;1;38;5;196mred[0m|red",
                "one colour remain is no proof|[31mERROR|[31mERROR",
                "durations|took [30ms] and [35ms], [5m] [10min] [0m]|took [30ms] and [35ms], [5m] [10min] [0m]",
            })
    void cleansALine(String name, String dirty, String clean) {
        assertThat(normalized(dirty.translateEscapes())).containsExactly(clean);
    }

    @Test
    void replacesMalformedBytes() {
        assertThat(normalized(bytes('a', 0xe2, 0x82, ' ', 0xc3, 0xa9)))
                .as("a character cut in the middle beside a whole one")
                .containsExactly("a\ufffd \u00e9");
        assertThat(normalized(bytes('a', 0xc0, 0xaf, 0xff, 'b')))
                .as("overlong form")
                .containsExactly("a\ufffd\ufffd\ufffdb");
        assertThat(normalized(bytes(0xed, 0xa0, 0x80, 'x'))).as("surrogate").containsExactly("\ufffdx");
    }

    @Test
    void readsALineOfLatin1OrWindows1252() {
        assertThat(normalized(bytes('G', 'r', 0xfc, 0xdf, 'e', ' ', 'a', 'n', ' ', 0x84, 'S', 'i', 'e', 0x93)))
                .containsExactly("Gr\u00fc\u00dfe an \u201eSie\u201c");
    }

    @Test
    void keepsTheOrderAndNumberOfLinesAroundAChangedOne() {
        assertThat(normalized("one\n" + ESC + "[31mtwo" + ESC + "[0m\n\nthree\n" + "\u0000\nfive"))
                .containsExactly("one", "two", "", "three", "", "five");
    }

    private static List<String> normalized(String text) {
        return texts(new Normalizer().normalize(block(text)));
    }

    private static List<String> normalized(byte[] bytes) {
        return texts(new Normalizer().normalize(new RawBlock(bytes, bytes.length, 1, false)));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static RawBlock block(String text) {
        return block(text, 1);
    }

    private static RawBlock block(String text, long firstLine) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawBlock(bytes, bytes.length, firstLine, false);
    }

    private static List<String> texts(NormalizedBlock lines) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.lines(); i++) {
            texts.add(new String(lines.bytes(), lines.start(i), lines.end(i) - lines.start(i), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
