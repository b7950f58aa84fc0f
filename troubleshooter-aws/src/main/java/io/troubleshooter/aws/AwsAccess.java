package io.troubleshooter.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * As whom to call AWS, and where. What is null is looked up the way of all AWS tools, when it is first needed.
 *
 * @param region such as {@code eu-west-1}
 * @param profile name of a profile in the shared configuration
 * @param credentials of the program's own
 * @param endpoint another address of a service: a VPC endpoint, or a server in a test
 */
public record AwsAccess(
        @Nullable String region,
        @Nullable String profile,
        @Nullable AwsCredentialsProvider credentials,
        @Nullable URI endpoint) {

    /** All as the environment says. */
    public static final AwsAccess DEFAULT = new AwsAccess(null, null, null, null);

    public AwsAccess at(URI other) {
        return new AwsAccess(region, profile, credentials, other);
    }

    /** Sets a client's builder up. */
    public <B extends AwsClientBuilder<B, ?>> B apply(B builder) {
        builder.region(chosenRegion()).credentialsProvider(chosenCredentials());
        if (profile != null) {
            builder.overrideConfiguration(config -> config.defaultProfileName(profile));
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }

    /** @throws software.amazon.awssdk.core.exception.SdkClientException if no region is set anywhere */
    public Region chosenRegion() {
        if (region != null) {
            return Region.of(region);
        }
        DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
        if (profile != null) {
            chain.profileName(profile);
        }
        return chain.build().getRegion();
    }

    public AwsCredentialsProvider chosenCredentials() {
        if (credentials != null) {
            return credentials;
        }
        // A profile that is named counts more than keys of the environment, as with all tools of AWS.
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }
}
