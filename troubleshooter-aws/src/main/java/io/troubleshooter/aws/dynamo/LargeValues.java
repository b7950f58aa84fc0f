package io.troubleshooter.aws.dynamo;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import org.jspecify.annotations.Nullable;

/** Where values lie that are too large for an item, by names that are used once. */
interface LargeValues {

    /** Where there is no bucket. */
    LargeValues NONE = new LargeValues() {
        @Override
        public void put(String name, byte[] value) {
            throw new TroubleshooterException(
                    Code.STORE_UNAVAILABLE,
                    "The document is too large for the table, and there is no bucket.",
                    "Name a bucket in storage.bucket.");
        }

        @Override
        public byte[] get(String name) {
            throw new TroubleshooterException(
                    Code.STORE_UNAVAILABLE,
                    "What is stored lies in a bucket, and none is named.",
                    "Name the bucket in storage.bucket.");
        }

        @Override
        public void delete(String name) {
            // There is none.
        }
    };

    void put(String name, byte[] value);

    /** Null where there is none. */
    byte @Nullable [] get(String name);

    /** Whether there is one or not. */
    void delete(String name);
}
