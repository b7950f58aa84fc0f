package io.troubleshooter.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object's bytes. Where the connection breaks they are read on from there, of the same object or not at all. */
final class BlobStream extends InputStream {

    private static final int BREAKS = 5;

    private final S3Client client;
    private final GetObjectRequest request;
    private final long length;
    private ResponseInputStream<GetObjectResponse> in;
    private long position;
    private int breaks;

    private BlobStream(S3Client client, GetObjectRequest request, ResponseInputStream<GetObjectResponse> in) {
        this.client = client;
        this.request = request;
        this.in = in;
        this.length = in.response().contentLength();
    }

    /** @param tag which object it must be; null for whichever is there */
    static BlobStream open(S3Client client, String bucket, String key, @Nullable String tag) {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(bucket).key(key).ifMatch(tag).build();
        ResponseInputStream<GetObjectResponse> in = client.getObject(request);
        GetObjectRequest same =
                request.toBuilder().ifMatch(in.response().eTag()).build();
        return new BlobStream(client, same, in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, target.length);
        while (true) {
            try {
                int read = in.read(target, offset, count);
                if (read >= 0 || position >= length) {
                    position += Math.max(0, read);
                    return read;
                }
                readOn();
            } catch (IOException broken) {
                readOn();
            } catch (SdkException damaged) {
                throw S3Failures.of(damaged);
            }
        }
    }

    private void readOn() {
        in.abort();
        breaks++;
        if (breaks > BREAKS) {
            throw S3Failures.unavailable("The connection to S3 broke " + breaks + " times.", "Repeat it later.");
        }
        in = S3Failures.calling(() -> client.getObject(
                request.toBuilder().range("bytes=" + position + "-").build()));
    }

    @Override
    public void close() {
        // Reading the rest, as closing would, may take longer than a new connection.
        in.abort();
    }
}
