package io.troubleshooter.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.aws.s3.BlobSettings;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.AuditLog.Verification;
import io.troubleshooter.guard.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AuditTamperingTest {

    private static final int EVENTS = 10;

    private final TickingClock clock = new TickingClock();
    private final KeyRing keys = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));
    private final String table = LocalDynamo.newTable();

    @BeforeEach
    void fill() {
        AuditLog audit = audit();
        for (int i = 1; i <= EVENTS; i++) {
            audit.record(event(i));
        }
    }

    private DynamoStores stores(KeyRing ring) {
        Blobs none = Blobs.open(LocalDynamo.access(), BlobSettings.of("none"));
        return LocalDynamo.stores(table, none, DynamoLimits.DEFAULT, clock, ring, new Troubles());
    }

    private AuditLog audit() {
        return stores(keys).audit();
    }

    private Event event(int i) {
        return new Event(clock.instant().plusSeconds(i), "red/ada", "s" + i, "answer", "n=" + i, i);
    }

    /** Something done to the table behind the program's back. */
    interface Change {
        void make(AuditTamperingTest test);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("account of 4", 4, test -> test.set(4, "account", Item.text("red/bob"))),
                change("amount of 10", 10, test -> test.set(10, "amount", Item.number(0))),
                change("time of 1", 1, test -> test.set(1, "time", Item.number(0))),
                change("hash of 7", 7, test -> test.set(7, "hash", Item.text("x"))),
                change("6 is gone", 6, test -> test.remove(6)),
                change("1 is gone", 1, test -> test.remove(1)),
                change("the last are gone", 9, test -> {
                    test.remove(9);
                    test.remove(10);
                }),
                change("one more", 11, test -> test.put(test.stored(10).with("sk", AuditItems.digits(11)))),
                change("no place", 11, test -> test.put(test.stored(10).with("sk", "x"))),
                change("two in each other's place", 5, test -> {
                    Item fifth = test.stored(5);
                    test.put(test.stored(6).with("sk", AuditItems.digits(5)));
                    test.put(fifth.with("sk", AuditItems.digits(6)));
                }),
                change("no head", 11, test -> test.removeHead()),
                change("another head", 11, test -> test.put(AuditWriter.headed(new byte[200]))),
                change(
                        "no list of parts",
                        1,
                        test -> LocalDynamo.client()
                                .deleteItem(delete -> delete.tableName(test.table)
                                        .key(Item.of("A", "S#" + AuditItems.digits(0))
                                                .key()))));
    }

    private static Arguments change(String name, long place, Change change) {
        return Arguments.of(Named.of(name, change), place);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundAtItsFirstPlace(Change change, long place) {
        assertThat(audit().verify()).isEqualTo(new Verification(EVENTS, null));
        change.make(this);
        assertThat(audit().verify().firstBroken()).isEqualTo(place);
    }

    @Test
    void aChainCalculatedAnewDoesNotFitItsSealedHead() {
        AuditChain chain = AuditChain.START;
        for (int i = 1; i <= EVENTS; i++) {
            Event forged = i == 4 ? new Event(event(i).time(), "red/eve", "s4", "answer", "n=4", 4) : event(i);
            chain = chain.after(forged);
            put(AuditItems.item(chain, forged));
        }
        assertThat(audit().verify().sound()).isFalse();

        put(AuditWriter.headed(new AuditHead(AuditChain.START, chain).write(new Vault(KeyRing.NONE))));
        assertThat(audit().verify().sound()).as("a head that is not sealed").isFalse();
    }

    @Test
    void goingOnAfterAHeadThatIsGoneLeavesATrace() {
        remove(10);
        removeHead();
        AuditLog audit = audit();
        audit.record(event(11));

        assertThat(audit.recent(2)).extracting(Event::action).containsExactly("answer", "adopt-audit");
        assertThat(audit.recent(2).get(1).detail()).isEqualTo("last=9");
        assertThat(audit.verify()).isEqualTo(new Verification(11, null));
    }

    @Test
    void withoutTheKeyNothingGoesOn() {
        KeyRing other = KeyRing.parse(KeyRing.newKey("k2", new SecureRandom()));
        assertThatThrownBy(() -> stores(other).check()).isInstanceOf(TroubleshooterException.class);
        assertThatThrownBy(() -> stores(other).audit().record(event(11))).isInstanceOf(TroubleshooterException.class);
        stores(keys).check();
        assertThat(audit().verify()).isEqualTo(new Verification(EVENTS, null));
        assertThat(new String(state(), StandardCharsets.ISO_8859_1))
                .doesNotContain(stored(10).text("hash", ""));
    }

    private byte[] state() {
        return get(Item.of("A", "H")).bytes("state");
    }

    private void set(long place, String name, AttributeValue value) {
        put(stored(place).with(name, value));
    }

    private Item stored(long place) {
        return get(key(place));
    }

    private static Item key(long place) {
        return Item.of(AuditItems.partition(0), AuditItems.digits(place));
    }

    private Item get(Item key) {
        Map<String, AttributeValue> item = LocalDynamo.client()
                .getItem(get -> get.tableName(table).key(key.key()))
                .item();
        return new Item(item);
    }

    private void put(Item item) {
        LocalDynamo.client().putItem(put -> put.tableName(table).item(item.attributes()));
    }

    private void remove(long place) {
        LocalDynamo.client()
                .deleteItem(delete -> delete.tableName(table).key(key(place).key()));
    }

    private void removeHead() {
        LocalDynamo.client()
                .deleteItem(
                        delete -> delete.tableName(table).key(Item.of("A", "H").key()));
    }
}
