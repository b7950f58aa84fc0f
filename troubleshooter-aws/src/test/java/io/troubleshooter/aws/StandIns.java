package io.troubleshooter.aws;

import io.troubleshooter.aws.dynamo.LocalDynamo;
import io.troubleshooter.aws.dynamo.TableSetup;
import io.troubleshooter.aws.s3.S3Server;
import java.io.IOException;

/**
 * What stands in for AWS where programs of their own want it: DynamoDB Local with an empty table, and an S3 server with
 * an empty bucket. Prints the settings and variables by which the service finds them, among what DynamoDB Local says, and
 * runs until its input ends.
 */
public final class StandIns {

    private static final String TABLE = "tst";

    private StandIns() {}

    public static void main(String[] args) throws IOException {
        S3Server s3 = S3Server.shared();
        // DynamoDB Local keeps what each key made apart: the service has one for both.
        AwsAccess dynamo = s3.access().at(LocalDynamo.access().endpoint());
        TableSetup.create(dynamo, TABLE);
        System.out.println("TST_STORAGE_KIND=aws");
        System.out.println("TST_STORAGE_TABLE=" + TABLE);
        System.out.println("TST_STORAGE_BUCKET=" + s3.newBucket());
        System.out.println("TST_STORAGE_REGION=" + dynamo.region());
        System.out.println("TST_STORAGE_ENDPOINT=" + dynamo.endpoint());
        System.out.println("TST_STORAGE_S3ENDPOINT=" + s3.endpoint());
        System.out.println("AWS_ACCESS_KEY_ID="
                + s3.access().chosenCredentials().resolveCredentials().accessKeyId());
        System.out.println("AWS_SECRET_ACCESS_KEY="
                + s3.access().chosenCredentials().resolveCredentials().secretAccessKey());
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }
}
