package io.troubleshooter.http.intake;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Uploads that clients send past this service, to a store from which it reads and removes them. What lies there is not
 * redacted. Thread-safe.
 */
public interface DirectUploads {

    /** Bytes of one upload. */
    long MOST = 5L << 30;

    /** To where they are sent, as browsers name it, such as {@code https://bucket.s3.eu-west-1.amazonaws.com}. */
    String origin();

    /**
     * An address for one upload.
     *
     * @param size bytes, 1 to {@link #MOST}
     * @param sha256 of those bytes, 64 hexadecimal digits
     */
    Address sign(long size, String sha256);

    /** Whether something has come. */
    boolean isThere(Parcel parcel);

    /**
     * Its bytes.
     *
     * @throws io.troubleshooter.error.TroubleshooterException {@code UNUSABLE_INPUT} if it is not what was announced,
     *     {@code STORE_UNAVAILABLE} here or while it is read if it cannot be had
     */
    InputStream open(Parcel parcel);

    /** Removes it, if there is something; its address cannot be used after that. */
    void remove(Parcel parcel);

    /**
     * What is to come, or has.
     *
     * @param reference names it in the store
     * @param size bytes as announced
     * @param sha256 as announced, 64 hexadecimal digits
     * @param expires until when sending it can begin
     */
    record Parcel(String reference, long size, String sha256, Instant expires) {}

    /**
     * Where and how to send it.
     *
     * @param url for a PUT; whoever has it may send
     * @param headers to be sent with it
     */
    record Address(Parcel parcel, URI url, Map<String, String> headers) {

        public Address {
            headers = Map.copyOf(headers);
        }
    }
}
