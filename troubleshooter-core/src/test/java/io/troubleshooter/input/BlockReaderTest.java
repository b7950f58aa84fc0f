package io.troubleshooter.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockReaderTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheBytesOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("app.log"), "one\ntwo\nlast without end");

        assertThat(Blocks.text(LogSource.of(file))).isEqualTo("one\ntwo\nlast without end");
    }

    @Test
    void numbersTheFirstLineOfEachBlock() {
        String text = "0123456789\n".repeat(60_000);

        Blocks.Outcome outcome = Blocks.read(LogSource.text(text, "t"), InputLimits.DEFAULT);

        assertThat(outcome.text()).isEqualTo(text);
        assertThat(outcome.firstLines()).hasSizeGreaterThan(2).startsWith(1L, 1L + 256 * 1024 / 11);
    }

    @Test
    void givesALineOfALiveStreamBeforeTheNextOneIsWritten() {
        InputStream live = new InputStream() {
            private final String[] reads = {"first li", "ne\nsecond ", "line\n"};
            private int next;

            @Override
            public int read() {
                throw new AssertionError("a single byte is never asked for");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (next == reads.length) {
                    throw new AssertionError("the reader waited for more than it needed");
                }
                byte[] bytes = reads[next++].getBytes(StandardCharsets.UTF_8);
                System.arraycopy(bytes, 0, target, offset, bytes.length);
                return bytes.length;
            }
        };
        BlockReader reader = BlockReader.open(LogSource.of(live, "live"), InputLimits.DEFAULT);

        assertThat(content(reader)).isEqualTo("first line\n");
        assertThat(content(reader)).isEqualTo("second line\n");
    }

    private static String content(BlockReader reader) {
        RawBlock block = reader.next();
        return block == null ? "" : new String(block.bytes(), 0, block.length(), StandardCharsets.UTF_8);
    }

    @Test
    void cutsALongLineAndCountsItAndGoesOnBehindIt() {
        InputLimits limits = new InputLimits(10, Long.MAX_VALUE, 4 << 20);
        String text = "short\n" + "x".repeat(1_000_000) + "\nafter\n" + "y".repeat(11);

        Blocks.Outcome outcome = Blocks.read(LogSource.text(text, "t"), limits);

        assertThat(outcome.text()).isEqualTo("short\nxxxxxxxxxx\nafter\nyyyyyyyyyy\n");
        assertThat(outcome.cutLines()).isEqualTo(2);
        assertThat(outcome.firstLines()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void cutsALongLineBetweenWordsOrElseBetweenCharacters() {
        InputLimits limits = new InputLimits(10, Long.MAX_VALUE, 4 << 20);

        assertThat(Blocks.read(LogSource.text("key secretvalue", "t"), limits).text())
                .isEqualTo("key\n");
        assertThat(Blocks.read(LogSource.text("éééééééé", "t"), limits).text()).isEqualTo("ééééé\n");
        assertThat(Blocks.read(LogSource.text("xéééééééé", "t"), limits).text()).isEqualTo("xéééé\n");
    }

    @Test
    void stopsAtTheTotalLimitAfterAWholeLineAndSaysSo() {
        InputLimits limits = new InputLimits(1 << 20, 10, 4 << 20);

        Blocks.Outcome cut = Blocks.read(LogSource.text("one\ntwo\nthree\n", "t"), limits);
        Blocks.Outcome exact = Blocks.read(LogSource.text("one\ntwo\nx\n", "t"), limits);

        assertThat(cut.text()).isEqualTo("one\ntwo\n");
        assertThat(cut.limitReached()).isTrue();
        assertThat(exact.text()).isEqualTo("one\ntwo\nx\n");
        assertThat(exact.limitReached()).isFalse();
    }

    @Test
    void endsAPartBeforeTheStartOfARecord() {
        InputLimits limits = new InputLimits(1 << 20, Long.MAX_VALUE, 10);
        String text = "2024-01-01 failed\n\tat a.b.C\nCaused by: x1\n... 3 more\n2024-01-02 next\n";

        Blocks.Outcome outcome = Blocks.read(LogSource.text(text, "t"), limits);

        assertThat(outcome.text()).isEqualTo(text);
        assertThat(outcome.partEnds()).containsExactly(text.indexOf("2024-01-02"));
    }

    @Test
    void endsAPartAnywhereWhenNoRecordStartsForLong() {
        InputLimits limits = new InputLimits(1 << 20, Long.MAX_VALUE, 1000);
        String text = "\tat a.b.C.method\n".repeat(10_000);

        Blocks.Outcome outcome = Blocks.read(LogSource.text(text, "t"), limits);

        assertThat(outcome.partEnds()).isNotEmpty().allMatch(end -> text.charAt(end - 1) == '\n');
        assertThat(outcome.partEnds().get(0)).isBetween(1000 + 64 * 1024, 1000 + 64 * 1024 + 20);
    }

    @Test
    void sameBytesGiveTheSameContentAndPartsHoweverTheyArrive() {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            byte[] bytes = randomLog(random);
            InputLimits limits =
                    new InputLimits(1 + random.nextInt(300), 1 + random.nextInt(40_000), 1 + random.nextInt(5_000));
            Blocks.Outcome atOnce = Blocks.read(Blocks.bytes(bytes), limits);
            InputStream pieces = Blocks.inPieces(bytes, random, 1 + random.nextInt(200));
            Blocks.Outcome inPieces = Blocks.read(LogSource.of(pieces, "pieces"), limits);

            assertThat(inPieces.text()).isEqualTo(atOnce.text());
            assertThat(inPieces.partEnds()).isEqualTo(atOnce.partEnds());
            assertThat(inPieces.cutLines()).isEqualTo(atOnce.cutLines());
            assertThat(inPieces.limitReached()).isEqualTo(atOnce.limitReached());
        }
    }

    private static byte[] randomLog(Random random) {
        String[] starts = {"2024-01-01 ", "\tat x", "Caused by: ", "{\"a\":1", "", "plain", "é", "<", " "};
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(400);
        for (int i = 0; i < lines; i++) {
            text.append(starts[random.nextInt(starts.length)]);
            text.append("word ".repeat(random.nextInt(random.nextInt(20) == 0 ? 150 : 15)));
            text.append(random.nextInt(10) == 0 ? "\r\n" : "\n");
        }
        return text.toString().getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    @Test
    void unpacksGzipAlsoOfSeveralMembersAndFromASlowStream() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(gzip("first member\n"));
        packed.write(gzip("second member\n"));

        InputStream slow = Blocks.inPieces(packed.toByteArray(), new Random(1), 3);

        assertThat(Blocks.text(LogSource.of(slow, "app.log.gz"))).isEqualTo("first member\nsecond member\n");
    }

    @Test
    void givesWhatAHalfGzipFileHoldsAndSaysThatItEndedEarly() throws IOException {
        byte[] whole = gzip("some line\n".repeat(100_000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        try (BlockReader reader = BlockReader.open(Blocks.bytes(half), InputLimits.DEFAULT)) {
            assertThat(content(reader)).startsWith("some line\n");
            while (reader.next() != null) {
                assertThat(reader.bytesRead()).isLessThan(1_000_000);
            }
            assertThat(reader.endedEarly()).isTrue();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void readsUtf16OfBothOrdersWithAndWithoutMark() {
        String text = "Grüße 日志 😀\nsecond\n";
        String ascii = "level=error msg=\"no space left\"\nsecond\n";

        assertThat(decoded("\ufeff" + text, StandardCharsets.UTF_16LE)).isEqualTo("\ufeff" + text);
        assertThat(decoded("\ufeff" + text, StandardCharsets.UTF_16BE)).isEqualTo("\ufeff" + text);
        assertThat(decoded(ascii, StandardCharsets.UTF_16LE)).isEqualTo(ascii);
        assertThat(decoded(ascii, StandardCharsets.UTF_16BE)).isEqualTo(ascii);
    }

    private static String decoded(String text, Charset charset) {
        return Blocks.text(Blocks.bytes(text.getBytes(charset)));
    }

    @Test
    void readsUtf16ThatFillsTheReadersArrayExactly() {
        String text = "0123456789abcde\n".repeat(10_000);

        assertThat(decoded("\ufeff" + text, StandardCharsets.UTF_16LE)).isEqualTo("\ufeff" + text);
    }

    @Test
    void replacesLoneSurrogatesOfUtf16() {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0x3d, (byte) 0xd8, 'x', 0, 0, (byte) 0xdc, '\n', 0, 0x3d, (byte) 0xd8
        };

        assertThat(Blocks.text(Blocks.bytes(bytes))).isEqualTo("\ufeff\ufffdx\ufffd\n\ufffd");
    }

    @Test
    void anEmptySourceHasNoBlocks() {
        assertThat(Blocks.read(LogSource.text("", "t"), InputLimits.DEFAULT).firstLines())
                .isEmpty();
    }

    @Test
    void refusesBinaryInputWithoutQuotingIt() {
        byte[] random = new byte[20_000];
        new Random(3).nextBytes(random);

        assertThatThrownBy(() -> Blocks.text(Blocks.bytes(random)))
                .isInstanceOfSatisfying(TroubleshooterException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(TroubleshooterException.Code.UNUSABLE_INPUT);
                    assertThat(refusal).hasMessage("bytes is no text: control bytes stand all over its beginning");
                    assertThat(refusal.advice()).isNotBlank();
                });
    }

    @Test
    void readsALogThatBeginsWithAHoleOfNuls() {
        byte[] bytes = Arrays.copyOf(new byte[100_000], 100_012);
        System.arraycopy("\nafter hole\n".getBytes(StandardCharsets.UTF_8), 0, bytes, 100_000, 12);

        assertThat(Blocks.text(Blocks.bytes(bytes))).endsWith("\nafter hole\n");
    }

    @Test
    void saysHowToUnpackWhatIsNotReadDirectly() {
        byte[] zstd = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 2, 3};

        assertThatThrownBy(() -> Blocks.text(Blocks.bytes(zstd)))
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        refusal -> assertThat(refusal.advice()).contains("zstd -dc FILE | tst"));
    }

    @Test
    void saysWhatIsWrongWithAFileThatCannotBeRead() {
        assertThatThrownBy(() -> Blocks.text(LogSource.of(folder.resolve("none.log"))))
                .isInstanceOfSatisfying(TroubleshooterException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(TroubleshooterException.Code.UNREADABLE_INPUT);
                    assertThat(refusal.getMessage())
                            .startsWith("There is no file ")
                            .endsWith("none.log");
                });
        assertThatThrownBy(() -> Blocks.text(LogSource.of(folder))).hasMessageContaining("is a directory");
    }

    @Test
    void leavesAStreamOfTheCallerOpen() {
        boolean[] closed = new boolean[1];
        InputStream mine = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        Blocks.text(LogSource.of(mine, "mine"));

        assertThat(closed[0]).isFalse();
    }
}
