package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.TableSetup.PK;

import io.troubleshooter.aws.dynamo.CacheShare.Held;
import io.troubleshooter.aws.s3.Blobs;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Cached answers as they lie in the table. Each belongs to a generation, of which one counts: to clear the cache is to
 * begin another.
 */
final class CacheItems {

    private static final String PREFIX = "C#";
    private static final String SORT = "-";
    private static final Item GENERATIONS = Item.of("C", "G");
    private static final String GENERATION = "generation";
    private static final String FIRST = "first";
    private static final String EXPIRES = "expires";
    private static final String VALUE = "json";
    private static final String LARGE = "large";
    private static final String KIND = "answer";

    /** Of the 400 KiB that an item may have. */
    private static final int LARGEST = 300 << 10;

    /** Answers are some hundred kilobytes long at most. */
    private static final int LONGEST = 64 << 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Table table;
    private final Vault vault;
    private final Blobs blobs;
    private final Clock clock;

    CacheItems(Table table, Vault vault, Blobs blobs, Clock clock) {
        this.table = table;
        this.vault = vault;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param generation that counts now
     * @param held null where there is no answer
     */
    record Found(
            String generation,
            @Nullable Held held,
            @Nullable String value) {}

    private static Item item(String key) {
        return Item.of(PREFIX + key, SORT);
    }

    Found find(String key) {
        String generation = FIRST;
        Item answer = Item.NONE;
        for (Item item : table.getAll(List.of(GENERATIONS, item(key)))) {
            if (item.text(PK, "").equals("C")) {
                generation = item.text(GENERATION, FIRST);
            } else {
                answer = item;
            }
        }
        String value = counts(answer, generation) ? value(key, answer) : null;
        return value == null
                ? new Found(generation, null, null)
                : new Found(generation, held(key, value, answer), value);
    }

    private boolean counts(Item answer, String generation) {
        return answer.text(GENERATION, "").equals(generation) && answer.number(EXPIRES, 0) >= clock.millis();
    }

    private @Nullable String value(String key, Item answer) {
        Optional<byte[]> stored =
                answer.has(LARGE) ? blobs.get(answer.text(LARGE, ""), LONGEST) : Optional.of(answer.bytes(VALUE));
        return stored.map(bytes -> Packed.unpack(vault.open(bytes, KIND, key), LONGEST))
                .orElse(null);
    }

    private static Held held(String key, String value, Item answer) {
        long bytes = 0L + utf8(key) + utf8(value);
        return new Held(key, bytes, answer.text(LARGE, ""));
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Keeps an answer, in place of one that counts no more; null where another one was kept meanwhile. */
    @Nullable
    Held keep(String generation, String key, String value, Duration timeToLive) {
        Item answer = answer(generation, key, value, timeToLive);
        Expression expression = new Expression()
                .names(PK, EXPIRES, GENERATION)
                .value("now", clock.millis())
                .value(GENERATION, generation);
        Outcome outcome = table.put(PutItemRequest.builder()
                .item(answer.attributes())
                .conditionExpression("attribute_not_exists(#pk) OR #expires < :now OR #generation <> :generation")
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .returnValues(ReturnValue.ALL_OLD));
        boolean own = outcome.done() || outcome.item().equals(answer);
        forgetLarge((own ? outcome.item() : answer).text(LARGE, ""), own ? answer.text(LARGE, "") : "");
        return own ? held(key, value, answer) : null;
    }

    private Item answer(String generation, String key, String value, Duration timeToLive) {
        Instant expires = clock.instant().plus(timeToLive);
        byte[] sealed = vault.seal(Packed.pack(value), KIND, key);
        Item answer = item(key)
                .with(GENERATION, generation)
                .with(EXPIRES, expires.toEpochMilli())
                .with(TableSetup.TTL, expires.getEpochSecond() + 1);
        return sealed.length <= LARGEST ? answer.with(VALUE, sealed) : answer.with(LARGE, aside(generation, sealed));
    }

    private String aside(String generation, byte[] sealed) {
        String large = folder(generation) + newName();
        blobs.put(large, sealed);
        return large;
    }

    private static String folder(String generation) {
        return "cache/" + generation + "/";
    }

    private static String newName() {
        byte[] name = new byte[16];
        RANDOM.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    private void forgetLarge(String large, String inUse) {
        if (!large.isEmpty() && !large.equals(inUse)) {
            blobs.delete(large);
        }
    }

    void forget(List<Held> answers) {
        if (!answers.isEmpty()) {
            table.deleteAll(answers.stream().map(held -> item(held.key())).toList());
            answers.forEach(held -> forgetLarge(held.large(), ""));
        }
    }

    /** Begins another generation; items of the one before go by their time. */
    void clear() {
        String was = table.get("C", "G").text(GENERATION, FIRST);
        Expression expression = new Expression().names(PK, GENERATION).value("was", was);
        // Who finds another one there has been cleared for by somebody else.
        table.put(PutItemRequest.builder()
                .item(GENERATIONS.with(GENERATION, newName()).attributes())
                .conditionExpression("attribute_not_exists(#pk) OR #generation = :was")
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()));
        blobs.deleteAll(folder(was));
    }
}
