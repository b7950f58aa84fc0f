package io.troubleshooter.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.aws.s3.S3Server;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

class BigSourceTest {

    /** Compressed it is more than what the process has. */
    @Test
    void twoHundredMebibytesPassThroughAProcessOfThirtyTwo() throws Exception {
        AwsCredentials ofBucket = S3Server.shared().access().chosenCredentials().resolveCredentials();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigSource.class.getName(),
                        LocalDynamo.access().endpoint().toString(),
                        LocalDynamo.newTable(),
                        S3Server.shared().endpoint().toString(),
                        S3Server.shared().newBucket(),
                        ofBucket.accessKeyId(),
                        ofBucket.secretAccessKey(),
                        "200")
                .redirectErrorStream(true)
                .start();
        try (InputStream said = process.getInputStream()) {
            assertThat(new String(said.readAllBytes(), StandardCharsets.UTF_8)).contains("whole 20");
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
