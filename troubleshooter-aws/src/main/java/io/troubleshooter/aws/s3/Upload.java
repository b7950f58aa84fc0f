package io.troubleshooter.aws.s3;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a client may send to S3 itself, once: exactly this, or nothing.
 *
 * @param key under which it comes to lie; nothing of the user's is in it
 * @param content what it has to be
 * @param url where to PUT it; whoever has it may, so that it goes to the user alone
 * @param headers that the client has to send with these values; {@code Content-Length} is among them, which browsers send
 *     by themselves
 * @param expires until when it can begin
 */
public record Upload(String key, Content content, URI url, Map<String, String> headers, Instant expires) {

    public Upload {
        headers = Map.copyOf(headers);
    }

    /**
     * What was announced.
     *
     * @param bytes its exact length, 1 to 5 GiB, as S3 takes in one PUT
     * @param sha256 of its bytes, Base64
     * @param type its media type, without parameters
     */
    public record Content(long bytes, String sha256, String type) {

        private static final long MOST = 5L << 30;
        private static final int HASH = 32;
        private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");

        /** @throws IllegalArgumentException if it is not of this form */
        public Content {
            if (bytes < 1 || bytes > MOST) {
                throw new IllegalArgumentException("an upload has 1 to 5368709120 bytes");
            }
            if (sha256.length() > 2 * HASH || Base64.getDecoder().decode(sha256).length != HASH) {
                throw new IllegalArgumentException("a checksum is the Base64 of 32 bytes");
            }
            if (!TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException("a media type is in small letters and has no parameters");
            }
        }
    }

    @Override
    public String toString() {
        return "Upload[" + key + "]";
    }
}
