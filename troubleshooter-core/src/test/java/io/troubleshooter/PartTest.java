package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.input.BlockReader;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.input.RawBlock;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.RedactionSession;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartTest {

    private static final int PART_BYTES = 2_000;

    @Test
    void aKeyThatBeganInThePartBeforeIsHiddenHoweverTheInputArrives() {
        byte[] key = new byte[48];
        new Random(1).nextBytes(key);
        String body = Base64.getEncoder().encodeToString(key);
        String text = "2024-05-01 started\n".repeat(102) + "-----BEGIN RSA PRIVATE KEY-----\n"
                + (body + "\n").repeat(1_500) + "-----END RSA PRIVATE KEY-----\n" + "2024-05-01 done\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        List<String> atOnce = redacted(new ByteArrayInputStream(bytes));

        assertThat(atOnce).hasSizeGreaterThan(1);
        assertThat(atOnce.get(1)).startsWith("<private-key");
        assertThat(redacted(lineByLine(bytes))).isEqualTo(atOnce);
    }

    private static InputStream lineByLine(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                int next = pos;
                while (next < count && buf[next] != '\n') {
                    next++;
                }
                return super.read(target, offset, Math.min(length, next + 1 - pos));
            }
        };
    }

    /** The redacted text of each part. */
    private static List<String> redacted(InputStream stream) {
        InputLimits limits = new InputLimits(1 << 20, Long.MAX_VALUE, PART_BYTES);
        List<String> parts = new ArrayList<>();
        List<RawBlock> gathered = new ArrayList<>();
        List<RawBlock> before = List.of();
        try (BlockReader reader = BlockReader.open(LogSource.of(stream, "t"), limits)) {
            for (RawBlock block = reader.next(); block != null; block = reader.next()) {
                gathered.add(block);
                if (block.endsPart()) {
                    Part part = new Part(List.copyOf(gathered), before);
                    parts.add(text(part));
                    before = part.ending();
                    gathered.clear();
                }
            }
        }
        parts.add(text(new Part(List.copyOf(gathered), before)));
        return parts;
    }

    private static String text(Part part) {
        StringBuilder text = new StringBuilder();
        for (RedactedBlock block : part.redact(RedactionSession.create().newRedactor())) {
            for (int i = 0; i < block.lines(); i++) {
                text.append(block.line(i)).append('\n');
            }
        }
        return text.toString();
    }
}
