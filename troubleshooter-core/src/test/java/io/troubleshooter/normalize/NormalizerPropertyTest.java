package io.troubleshooter.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.input.RawBlock;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** What holds for any bytes at all. */
class NormalizerPropertyTest {

    private static final String[] PIECES = {
        "\u001b[31m",
        "\u001b]8;;http://x\u0007",
        "\u001b\\",
        "\u001b]0;",
        "\u009b1m",
        "\u009c",
        "\r",
        "\n",
        "\r\n",
        "\b",
        "\0",
        "[31m",
        "[0m",
        "\ufeff",
        "\u200b",
        "\u202e",
        "\u2028",
        "\u00e9",
        "\ud83d\ude00",
        "text",
        " ",
        "\t"
    };

    @Provide
    Arbitrary<byte[]> hostileText() {
        Arbitrary<byte[]> pieces = Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        return Arbitraries.oneOf(pieces, bytes).list().ofMaxSize(40).map(NormalizerPropertyTest::join);
    }

    private static byte[] join(List<byte[]> pieces) {
        ByteBuffer joined = ByteBuffer.allocate(
                pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(joined::put);
        return joined.array();
    }

    @Property(tries = 3000)
    void everyLineEndOfTheInputEndsOneLine(@ForAll("hostileText") byte[] bytes) {
        int lines = 0;
        for (int i = 0; i < bytes.length; i++) {
            lines += bytes[i] == '\n' || i == bytes.length - 1 ? 1 : 0;
        }
        assertThat(new Normalizer().normalize(bytes).lines()).isEqualTo(lines);
    }

    @Property(tries = 3000)
    void linesAreValidUtf8WithoutControlCharacters(@ForAll("hostileText") byte[] bytes)
            throws CharacterCodingException {
        NormalizedBlock lines = new Normalizer().normalize(bytes);
        for (int i = 0; i < lines.lines(); i++) {
            ByteBuffer line = ByteBuffer.wrap(lines.bytes(), lines.start(i), lines.end(i) - lines.start(i));
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(line);
            assertThat(text.chars()).noneMatch(c -> Character.isISOControl(c) && c != '\t');
        }
    }

    @Property(tries = 3000)
    void linesStandInOrderInTheBytes(@ForAll("hostileText") byte[] bytes) {
        NormalizedBlock lines = new Normalizer().normalize(bytes);
        int last = -1;
        for (int i = 0; i < lines.lines(); i++) {
            assertThat(lines.start(i)).isGreaterThan(last).isLessThanOrEqualTo(lines.end(i));
            last = lines.end(i);
        }
    }

    @Property(tries = 3000)
    void aLineDoesNotDependOnTheLinesAroundIt(@ForAll("hostileText") byte[] bytes) {
        List<String> alone = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length ? start < i : bytes[i] == '\n') {
                RawBlock line = new RawBlock(Arrays.copyOfRange(bytes, start, i + 1), i + 1 - start, 1, false);
                alone.add(texts(new Normalizer().normalize(i == bytes.length ? cut(line) : line))
                        .get(0));
                start = i + 1;
            }
        }
        assertThat(texts(new Normalizer().normalize(bytes))).isEqualTo(alone);
    }

    private static RawBlock cut(RawBlock line) {
        return new RawBlock(line.bytes(), line.length() - 1, 1, false);
    }

    @Example
    void hostileLinesTakeLinearTime() {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            for (String piece :
                    new String[] {"\u001b]", "\u001b[", "\u001b[1;", "[0m", "[1;", "\b", "\r", "\u009d", "\u00c2"}) {
                new Normalizer()
                        .normalize(piece.repeat((1 << 20) / piece.length()).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static List<String> texts(NormalizedBlock lines) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.lines(); i++) {
            texts.add(new String(lines.bytes(), lines.start(i), lines.end(i) - lines.start(i), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
