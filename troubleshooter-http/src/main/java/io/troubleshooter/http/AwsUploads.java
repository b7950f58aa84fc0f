package io.troubleshooter.http;

import io.troubleshooter.aws.s3.PresignedUploads;
import io.troubleshooter.aws.s3.PresignedUploads.Arrived;
import io.troubleshooter.aws.s3.Upload;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.intake.DirectUploads;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uploads that go to S3 itself. */
final class AwsUploads implements DirectUploads, AutoCloseable {

    /** Until when sending has to begin. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** What it is, is told from its bytes. */
    private static final String TYPE = "application/octet-stream";

    private final PresignedUploads uploads;

    AwsUploads(PresignedUploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public String origin() {
        return uploads.origin();
    }

    @Override
    public Address sign(long size, String sha256) {
        Upload upload = uploads.sign(content(size, sha256), LIFE);
        Map<String, String> headers = new LinkedHashMap<>(upload.headers());
        headers.remove("content-length"); // clients send it by themselves, and many let nobody else
        return new Address(new Parcel(upload.key(), size, sha256, upload.expires()), upload.url(), headers);
    }

    private static Upload.Content content(long size, String sha256) {
        byte[] hash = HexFormat.of().parseHex(sha256);
        return new Upload.Content(size, Base64.getEncoder().encodeToString(hash), TYPE);
    }

    private Optional<Arrived> arrived(Parcel parcel) {
        return uploads.arrived(parcel.reference(), content(parcel.size(), parcel.sha256()));
    }

    @Override
    public boolean isThere(Parcel parcel) {
        try {
            return arrived(parcel).isPresent();
        } catch (TroubleshooterException failed) {
            return isSomethingElse(failed);
        }
    }

    private static boolean isSomethingElse(TroubleshooterException failed) {
        if (failed.code() == Code.UNUSABLE_INPUT) {
            return true;
        }
        throw failed;
    }

    @Override
    public InputStream open(Parcel parcel) {
        return uploads.open(arrived(parcel)
                .orElseThrow(() -> new TroubleshooterException(
                        Code.UNUSABLE_INPUT, "What was uploaded is gone.", "Begin another upload.")));
    }

    @Override
    public void remove(Parcel parcel) {
        uploads.discard(parcel.reference(), version(parcel), parcel.expires());
    }

    private @Nullable String version(Parcel parcel) {
        try {
            return arrived(parcel).map(Arrived::version).orElse(null);
        } catch (TroubleshooterException failed) {
            isSomethingElse(failed);
            return null;
        }
    }

    @Override
    public void close() {
        uploads.close();
    }
}
