package io.troubleshooter.aws.dynamo;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Names and values of an expression. Every name goes by a placeholder, since hundreds of words are reserved. */
final class Expression {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /** Lets {@code #name} stand for the attribute of this name, for each. */
    Expression names(String... attributes) {
        for (String name : attributes) {
            names.put("#" + name, name);
        }
        return this;
    }

    /** Lets {@code :name} stand for the value. */
    Expression value(String name, AttributeValue value) {
        values.put(":" + name, value);
        return this;
    }

    Expression value(String name, long value) {
        return value(name, Item.number(value));
    }

    Expression value(String name, String value) {
        return value(name, Item.text(value));
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }
}
