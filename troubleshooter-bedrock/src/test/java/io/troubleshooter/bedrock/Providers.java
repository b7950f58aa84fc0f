package io.troubleshooter.bedrock;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Providers that ask a server of a test. */
final class Providers {

    private Providers() {}

    /** With made-up keys and hardly any wait between attempts. */
    static BedrockBuilder of(BedrockServer server) {
        return BedrockProvider.builder()
                .region("eu-west-1")
                .endpoint(server.address())
                .credentials(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")))
                .waits(Duration.ofMillis(2), Duration.ofMillis(10));
    }
}
