package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.PrimitiveIterator;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/** The text of a source, read chunk by chunk. */
record StoredText(Table table, Vault vault, Blobs blobs, String session, String place, long chunks, boolean lastInside)
        implements Supplier<InputStream> {

    static final String TEXT = "text";

    private static final int BUFFER = 16 << 10;

    /** A chunk ends soon after it is full; the seal adds some bytes. */
    private static final int LONGEST_CHUNK = 2 * Chunks.SIZE;

    static String[] sealedAt(String session, String place, long number) {
        return new String[] {"source", session, place, Long.toString(number)};
    }

    static TroubleshooterException gone() {
        return new TroubleshooterException(
                Code.STORE_UNAVAILABLE, "The session was deleted meanwhile.", "Begin another one.");
    }

    @Override
    public InputStream get() {
        PrimitiveIterator.OfLong numbers = LongStream.rangeClosed(1, chunks).iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return numbers.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return chunk(numbers.nextLong());
            }
        });
    }

    private InputStream chunk(long number) {
        byte[] packed = vault.open(stored(number), sealedAt(session, place, number));
        try {
            return new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private byte[] stored(long number) {
        if (number < chunks || !lastInside) {
            return blobs.get(SessionItems.blob(session, place, number), LONGEST_CHUNK)
                    .orElseThrow(StoredText::gone);
        }
        Item item = table.get(
                SessionItems.partition(session),
                SessionItems.chunk(session, place, number).text(TableSetup.SK, ""));
        if (item.isEmpty()) {
            throw gone();
        }
        return item.bytes(TEXT);
    }
}
