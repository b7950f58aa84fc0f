package io.troubleshooter.http;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.dynamo.LocalDynamo;
import io.troubleshooter.aws.dynamo.TableSetup;
import io.troubleshooter.aws.s3.S3Server;
import java.util.HashMap;
import java.util.Map;

/** DynamoDB Local and an S3 server, for services that keep what they keep on AWS. */
public final class StandInsForAws {

    private StandInsForAws() {}

    /** Settings of a service on a new table and a new bucket. */
    public static Map<String, String> settings(String table) {
        S3Server s3 = S3Server.shared();
        // DynamoDB Local keeps what each key made apart: the service has one for both.
        AwsAccess dynamo = s3.access().at(LocalDynamo.access().endpoint());
        TableSetup.create(dynamo, table);
        System.setProperty(
                "aws.accessKeyId",
                s3.access().chosenCredentials().resolveCredentials().accessKeyId());
        System.setProperty(
                "aws.secretAccessKey",
                s3.access().chosenCredentials().resolveCredentials().secretAccessKey());
        Map<String, String> settings = new HashMap<>();
        settings.put("storage.kind", "aws");
        settings.put("storage.table", table);
        settings.put("storage.bucket", s3.newBucket());
        settings.put("storage.region", "eu-west-1");
        settings.put("storage.endpoint", String.valueOf(dynamo.endpoint()));
        settings.put("storage.s3Endpoint", s3.endpoint().toString());
        settings.put("storage.keys", "none");
        return settings;
    }
}
