package io.troubleshooter.aws.dynamo;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the table under one key; without any attribute where nothing does. Immutable. */
record Item(Map<String, AttributeValue> attributes) {

    static final Item NONE = new Item(Map.of());

    Item {
        attributes = Map.copyOf(attributes);
    }

    static Item of(String pk, String sk) {
        return new Item(Map.of(TableSetup.PK, text(pk), TableSetup.SK, text(sk)));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue bytes(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value));
    }

    Item with(String name, AttributeValue value) {
        Map<String, AttributeValue> more = new HashMap<>(attributes);
        more.put(name, value);
        return new Item(more);
    }

    Item with(String name, String value) {
        return with(name, text(value));
    }

    Item with(String name, long value) {
        return with(name, number(value));
    }

    Item with(String name, byte[] value) {
        return with(name, bytes(value));
    }

    boolean isEmpty() {
        return attributes.isEmpty();
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name, String missing) {
        AttributeValue value = attributes.get(name);
        return value == null || value.s() == null ? missing : value.s();
    }

    long number(String name, long missing) {
        AttributeValue value = attributes.get(name);
        return value == null || value.n() == null ? missing : Long.parseLong(value.n());
    }

    byte[] bytes(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || value.b() == null ? new byte[0] : value.b().asByteArrayUnsafe();
    }

    /** Partition key and sort key alone. */
    Map<String, AttributeValue> key() {
        return Map.of(TableSetup.PK, attributes.get(TableSetup.PK), TableSetup.SK, attributes.get(TableSetup.SK));
    }
}
