package io.troubleshooter.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.envelope.EnvelopeProfile;
import io.troubleshooter.envelope.EnvelopeReader;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.normalize.NormalizedBlock;
import io.troubleshooter.normalize.Normalizer;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Random input through reader, normalizer and envelopes. Two seconds in an ordinary run; {@code -Dfuzz.seconds=600} for
 * longer, {@code -Dfuzz.seed=N} to repeat a find.
 */
class ReaderFuzzTest {

    private static final String[] PIECES = {
        "2024-05-01T10:00:00.123456789Z stdout F ",
        "2024-05-01T10:00:00.1234567Z ",
        "{\"log\":\"",
        "\\n\",\"stream\":\"stdout\"",
        ",\"time\":\"2024-05-01T10:00:00Z\"}",
        "{\"MESSAGE\":\"",
        "\",\"_BOOT_ID\":\"b\"}",
        "[pod/a/b] ",
        "web-1  | ",
        "api | ",
        "> ",
        "```",
        "##[error]",
        "::error::",
        "section_start:1:a",
        "@timestamp,@message\n",
        "| time | message |\n",
        "\"\"",
        "\"",
        ",",
        "|",
        "&lt;",
        "&#39;",
        "[tool]: ",
        "a-x2x4z c ",
        "1 ",
        "2 ",
        "\t",
        "\n",
        "\n",
        "\n",
        "\r",
        "\r\n",
        "\\u00e9",
        "\\ud83d",
        "\\",
        "\u001b[31m",
        "[31m",
        "[0m",
        "\u001b]8;;",
        "\u0007",
        "\b",
        "\0",
        "\ufeff",
        "\u00e9",
        "\u4e2d",
        "\ud83d\ude00",
        "<html>",
        "<pre>",
        "</pre>",
        "<script>",
        "Caused by: ",
        "\tat a.b.C",
        " ",
        "error",
        "word ",
        "x"
    };

    private final long seconds = Long.getLong("fuzz.seconds", 2);

    @Test
    void neverFailsAndAlwaysGivesTheSame() throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (long seed = Long.getLong("fuzz.seed", 1); System.nanoTime() < end; seed++) {
            try {
                runOnce(new Random(seed));
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private static void runOnce(Random random) throws IOException {
        byte[] bytes = input(random);
        InputLimits limits = new InputLimits(
                1 + random.nextInt(random.nextBoolean() ? 50 : 5_000),
                1 + random.nextInt(60_000),
                1 + random.nextInt(8_000));
        String atOnce = outcome(Blocks.bytes(bytes), limits);
        InputStream pieces = Blocks.inPieces(bytes, random, 1 + random.nextInt(300));

        assertThat(outcome(LogSource.of(pieces, "bytes"), limits)).isEqualTo(atOnce);
        openEnvelopes(bytes);
    }

    private static byte[] input(Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int pieces = random.nextInt(random.nextInt(10) == 0 ? 4_000 : 200);
        int noise = random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
            out.write(piece);
            if (random.nextInt(40) == 0) {
                out.write("y".repeat(random.nextInt(400)).getBytes(StandardCharsets.UTF_8));
            }
            if (random.nextInt(100) < noise) {
                out.write(random.nextInt(256));
            }
        }
        return wrapped(out.toByteArray(), random);
    }

    private static byte[] wrapped(byte[] bytes, Random random) throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> {
                return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            }
            case 1 -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(bytes);
                }
                byte[] whole = packed.toByteArray();
                return random.nextBoolean() ? whole : Arrays.copyOf(whole, random.nextInt(whole.length));
            }
            default -> {
                return bytes;
            }
        }
    }

    /** All that can be seen of a source; a refusal is an outcome too. */
    private static String outcome(LogSource source, InputLimits limits) {
        try {
            Blocks.Outcome read = Blocks.read(source, limits);
            return read.partEnds() + " " + read.cutLines() + " " + read.limitReached() + " " + read.text();
        } catch (TroubleshooterException refusal) {
            return refusal.getMessage();
        }
    }

    private static void openEnvelopes(byte[] bytes) {
        NormalizedBlock lines = new Normalizer().normalize(bytes);
        RedactedBlock redacted = Redactor.create().redact(lines);
        List<RedactedText> head = new ArrayList<>();
        for (int i = 0; i < redacted.lines(); i++) {
            head.add(redacted.line(i));
        }
        EnvelopeReader informed = new EnvelopeReader(EnvelopeProfile.of(head));
        EnvelopeReader ignorant = new EnvelopeReader();
        for (RedactedText line : head) {
            assertThat(informed.read(line).text().length()).isNotNegative();
            assertThat(ignorant.read(line).text().length()).isNotNegative();
        }
    }
}
