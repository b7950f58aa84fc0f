package io.troubleshooter.bedrock;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;

/** The SDK's client: made when first needed, since that takes a second, and closed once. Thread-safe. */
final class Connection implements AutoCloseable {

    private static final int MOST_CALLS = 256;

    private final Settings settings;
    private @Nullable BedrockRuntimeAsyncClient client;
    private @Nullable Region region;
    private boolean closed;

    /** Where and as whom to connect, and how patiently. */
    record Settings(
            @Nullable String region,
            @Nullable String profile,
            @Nullable AwsCredentialsProvider credentials,
            @Nullable URI endpoint,
            Duration connectTimeout,
            Duration readTimeout) {}

    Connection(Settings settings) {
        this.settings = settings;
    }

    /** @throws RuntimeException of the SDK's, if the settings do not suffice */
    synchronized BedrockRuntimeAsyncClient client() {
        if (closed) {
            throw new IllegalStateException("the provider is closed");
        }
        if (client == null) {
            client = connect();
        }
        return client;
    }

    /** For messages. */
    synchronized String region() {
        if (region != null) {
            return region.id();
        }
        return settings.region() == null ? "the region set" : settings.region();
    }

    private BedrockRuntimeAsyncClient connect() {
        region = chosenRegion();
        BedrockRuntimeAsyncClientBuilder builder = BedrockRuntimeAsyncClient.builder()
                .region(region)
                .credentialsProvider(credentials())
                .httpClientBuilder(http())
                .overrideConfiguration(config -> {
                    // Retries are ours: they have to know what was shown and what the time allows.
                    config.retryStrategy(new OneAttempt());
                    if (settings.profile() != null) {
                        config.defaultProfileName(settings.profile());
                    }
                })
                // What is done on completion never waits, so that no pool of threads is needed for it.
                .asyncConfiguration(config ->
                        config.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }

    private Region chosenRegion() {
        if (settings.region() != null) {
            return Region.of(settings.region());
        }
        DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
        if (settings.profile() != null) {
            chain.profileName(settings.profile());
        }
        return chain.build().getRegion();
    }

    private AwsCredentialsProvider credentials() {
        if (settings.credentials() != null) {
            return settings.credentials();
        }
        // A profile that is named counts more than keys of the environment, as with all tools of AWS.
        return settings.profile() == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(settings.profile());
    }

    private NettyNioAsyncHttpClient.Builder http() {
        NettyNioAsyncHttpClient.Builder http = NettyNioAsyncHttpClient.builder()
                .connectionTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .connectionAcquisitionTimeout(settings.connectTimeout())
                .maxConcurrency(MOST_CALLS)
                .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(2));
        URI endpoint = settings.endpoint();
        if (endpoint != null && "http".equals(endpoint.getScheme())) {
            // Without TLS there is no agreeing on HTTP/2, and plain servers speak HTTP/1.1.
            http.protocol(Protocol.HTTP1_1);
        }
        return http;
    }

    /** Returns at once. The SDK takes two seconds to end its threads, in case that more work comes. */
    @Override
    public synchronized void close() {
        if (client != null) {
            Thread closer = new Thread(client::close, "bedrock-close");
            closer.setDaemon(true);
            closer.start();
            client = null;
        }
        closed = true;
    }
}
