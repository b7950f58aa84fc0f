package io.troubleshooter.http;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.dynamo.DynamoLimits;
import io.troubleshooter.aws.dynamo.DynamoStores;
import io.troubleshooter.aws.s3.BlobSettings;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.aws.s3.PresignedUploads;
import io.troubleshooter.http.config.KeyFile;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.config.Storage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The stores on AWS. Its own class, so that nothing of AWS is loaded where stores are on a file. */
final class AwsLedger {

    /** The service removes sessions itself, with all that belongs to them; this is for what it cannot find any more. */
    private static final Duration BEYOND_RETENTION = Duration.ofDays(3_650);

    private AwsLedger() {}

    static Stores open(ServiceConfig config, Clock clock) {
        Storage storage = config.storage();
        Blobs blobs = Blobs.open(access(storage, storage.s3Endpoint()), BlobSettings.of(storage.bucket()));
        DynamoStores dynamo = DynamoStores.open(
                access(storage, storage.endpoint()),
                storage.table(),
                blobs,
                limits(config),
                clock,
                KeyFile.shared(storage));
        AwsUploads direct = storage.directUploads() ? uploads(storage, clock) : null;
        return new Stores(
                true,
                dynamo.sessions(),
                dynamo.budgets(),
                dynamo.cache(),
                dynamo.audit(),
                dynamo.documents(),
                direct,
                blobs::check,
                () -> {
                    dynamo.close();
                    blobs.close();
                    if (direct != null) {
                        direct.close();
                    }
                });
    }

    private static AwsUploads uploads(Storage storage, Clock clock) {
        return new AwsUploads(
                PresignedUploads.open(access(storage, storage.s3Endpoint()), BlobSettings.of(storage.bucket()), clock));
    }

    private static AwsAccess access(Storage storage, String endpoint) {
        return new AwsAccess(given(storage.region()), null, null, endpoint.isBlank() ? null : URI.create(endpoint));
    }

    private static @Nullable String given(String setting) {
        return setting.isBlank() ? null : setting;
    }

    private static DynamoLimits limits(ServiceConfig config) {
        return DynamoLimits.DEFAULT.withSessionLife(BEYOND_RETENTION).withDailyMicroUsd(Ledger.dailyMicroUsd(config));
    }
}
