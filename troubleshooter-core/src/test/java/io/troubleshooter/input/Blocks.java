package io.troubleshooter.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reads sources to their end for the tests. */
final class Blocks {

    /** What came of a source: its content, the offsets in it where parts ended, and the counts. */
    record Outcome(String text, List<Integer> partEnds, List<Long> firstLines, long cutLines, boolean limitReached) {}

    private Blocks() {}

    static Outcome read(LogSource source, InputLimits limits) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<Integer> partEnds = new ArrayList<>();
        List<Long> firstLines = new ArrayList<>();
        try (BlockReader reader = BlockReader.open(source, limits)) {
            for (@Nullable RawBlock block = reader.next(); block != null; block = reader.next()) {
                text.write(block.bytes(), 0, block.length());
                firstLines.add(block.firstLine());
                if (block.endsPart()) {
                    partEnds.add(text.size());
                }
            }
            String content = text.toString(StandardCharsets.UTF_8);
            return new Outcome(content, partEnds, firstLines, reader.cutLines(), reader.limitReached());
        }
    }

    static String text(LogSource source) {
        return read(source, InputLimits.DEFAULT).text();
    }

    static LogSource bytes(byte[] bytes) {
        return LogSource.of(new ByteArrayInputStream(bytes), "bytes");
    }

    /** A stream that gives its bytes in pieces of random size, as a live one does. */
    static InputStream inPieces(byte[] bytes, Random random, int most) {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return at == bytes.length ? -1 : bytes[at++] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at == bytes.length) {
                    return -1;
                }
                int count = Math.min(Math.min(length, bytes.length - at), 1 + random.nextInt(most));
                System.arraycopy(bytes, at, target, offset, count);
                at += count;
                return count;
            }
        };
    }
}
