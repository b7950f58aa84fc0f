package io.troubleshooter.aws.dynamo;

import java.security.SecureRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The mark of one writing, left in the item, by which its writer knows it again after the answer was lost. An item keeps
 * the marks of its last {@value #KEPT} versions, so that others may have written since.
 */
final class Nonce {

    static final int KEPT = 16;

    private static final int BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes = new byte[BYTES];

    Nonce() {
        RANDOM.nextBytes(bytes);
    }

    /** The attribute that holds the mark of a version. */
    static String of(long version) {
        return "w" + version % KEPT;
    }

    AttributeValue value() {
        return Item.bytes(bytes);
    }

    boolean isIn(Item item, long version) {
        return value().equals(item.attributes().get(of(version)));
    }
}
