package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.TTL;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.redact.RedactedText;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Sources on their way to bucket and table, chunk by chunk. What is short lies in the table, where it costs less than a
 * request to the bucket. A source is there when its marker is, which is written last, and only if the session still is.
 */
final class SourceWriting {

    /** Writing a kilobyte to the table costs an eighth of a request to the bucket, but takes a fifth of the time. */
    static final int LARGEST_INSIDE = 32 << 10;

    private static final int SEQUENCE = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Table table;
    private final SessionItems items;
    private final Vault vault;
    private final Blobs blobs;
    private final SessionLife life;
    private final AtomicInteger sequence = new AtomicInteger();

    SourceWriting(Table table, SessionItems items, Vault vault, Blobs blobs, SessionLife life) {
        this.table = table;
        this.items = items;
        this.vault = vault;
        this.blobs = blobs;
        this.life = life;
    }

    String add(String session, String source, RedactedText name, Iterable<RedactedText> parts) {
        if (table.get(SessionItems.partition(session), SessionItems.HEADER).isEmpty()) {
            throw noSession();
        }
        Writing writing = new Writing(session, newPlace());
        try {
            parts.forEach(writing.chunks::append);
            writing.end(source, name);
            return writing.place;
        } catch (RuntimeException | Error failed) {
            writing.remove();
            throw failed;
        }
    }

    /** In the order of time, as far as clocks agree; no two alike. */
    private String newPlace() {
        int next = sequence.getAndUpdate(was -> (was + 1) % SEQUENCE);
        return "%013d-%06d-%08x".formatted(life.clock().millis(), next, RANDOM.nextInt());
    }

    private static IllegalArgumentException noSession() {
        return new IllegalArgumentException("there is no session of this id");
    }

    /** One source. */
    private final class Writing {

        private final String session;
        private final String place;
        private final Chunks chunks = new Chunks(this::toBucket);
        private long number;

        Writing(String session, String place) {
            this.session = session;
            this.place = place;
        }

        private byte[] sealed(byte[] chunk) {
            number++;
            return vault.seal(chunk, StoredText.sealedAt(session, place, number));
        }

        private void toBucket(byte[] chunk) {
            byte[] sealed = sealed(chunk);
            blobs.put(SessionItems.blob(session, place, number), sealed);
        }

        void end(String source, RedactedText name) {
            List<TransactWriteItem> writes = new ArrayList<>();
            writes.add(sessionIsThere());
            byte[] last = chunks.rest();
            boolean inside = last.length > 0 && last.length <= LARGEST_INSIDE;
            if (inside) {
                byte[] sealed = sealed(last);
                writes.add(put(SessionItems.chunk(session, place, number).with(StoredText.TEXT, sealed)));
            } else if (last.length > 0) {
                toBucket(last);
            }
            writes.add(put(items.marker(session, place, source, name, number, inside)));
            if (!table.transact(writes).done()) {
                throw noSession();
            }
        }

        private TransactWriteItem sessionIsThere() {
            Expression expression = new Expression().names(PK);
            return TransactWriteItem.builder()
                    .conditionCheck(check -> check.tableName(table.name())
                            .key(SessionItems.header(session).key())
                            .conditionExpression("attribute_exists(#pk)")
                            .expressionAttributeNames(expression.names()))
                    .build();
        }

        private TransactWriteItem put(Item item) {
            Item lasting = item.with(TTL, life.lasting());
            return TransactWriteItem.builder()
                    .put(put -> put.tableName(table.name()).item(lasting.attributes()))
                    .build();
        }

        /** The marker first, which may be there though its writing failed: then nothing of the source counts. */
        void remove() {
            // Whoever stopped this meant the writing.
            boolean stopped = Thread.interrupted();
            try {
                table.deleteAll(List.of(SessionItems.marker(session, place)));
                if (number > 0) {
                    table.deleteAll(List.of(SessionItems.chunk(session, place, number)));
                    blobs.deleteAll(SessionItems.folder(session, place));
                }
            } catch (RuntimeException alsoFailed) {
                // Without a marker it does not count; it goes with the session, or by its time.
                return;
            } finally {
                if (stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
