package io.troubleshooter.bedrock;

import io.troubleshooter.model.ModelCatalog;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Settings of a {@link BedrockProvider}. What is left out is looked up the way of all AWS tools, when first needed. */
public final class BedrockBuilder {

    private @Nullable String region;
    private @Nullable String profile;
    private @Nullable AwsCredentialsProvider credentials;
    private @Nullable URI endpoint;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration readTimeout = Duration.ofMinutes(5);
    private @Nullable Guardrail guardrail;
    private @Nullable String serviceTier;
    private final Map<String, String> metadata = new TreeMap<>();
    private ModelCatalog catalog = ModelCatalog.builtIn();
    private int attempts = 5;
    private Duration firstWait = Duration.ofMillis(500);
    private Duration longestWait = Duration.ofSeconds(20);
    private RandomGenerator random = new Random();

    BedrockBuilder() {}

    /** Region, such as {@code eu-west-1}. */
    public BedrockBuilder region(String id) {
        this.region = id;
        return this;
    }

    /** Name of a profile in the shared configuration. */
    public BedrockBuilder profile(String name) {
        this.profile = name;
        return this;
    }

    /** Credentials of the program's own. */
    public BedrockBuilder credentials(AwsCredentialsProvider provider) {
        this.credentials = provider;
        return this;
    }

    /** Another address of the service: a VPC endpoint, or a server in a test. */
    public BedrockBuilder endpoint(URI address) {
        this.endpoint = address;
        return this;
    }

    /** Time for a connection to be made, 10 seconds unless told. */
    public BedrockBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    /** Longest silence of a connection, 5 minutes unless told: a long reply that is not streamed comes after one. */
    public BedrockBuilder readTimeout(Duration timeout) {
        this.readTimeout = timeout;
        return this;
    }

    /**
     * Has Converse itself check all that is sent but the outputs of tools, and the reply, in every call. For conversations
     * {@link BedrockProvider#screen} does more for less: a turn takes several calls.
     */
    public BedrockBuilder guardrail(Guardrail checked) {
        this.guardrail = checked;
        return this;
    }

    /** {@code default}, {@code priority}, {@code flex} or {@code reserved}. */
    public BedrockBuilder serviceTier(String tier) {
        this.serviceTier = tier;
        return this;
    }

    /** A label on every request in the account's own records; left out if the service would not take it. */
    public BedrockBuilder metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** What is known of models. */
    public BedrockBuilder catalog(ModelCatalog known) {
        this.catalog = known;
        return this;
    }

    /** How often a request is made at most when Bedrock is overloaded or down, 1 or more; 5 unless told. */
    public BedrockBuilder attempts(int most) {
        this.attempts = Math.max(1, most);
        return this;
    }

    /**
     * Longest waits between attempts: before the second, and of all. Each is drawn evenly from zero to its longest, which
     * doubles. Half a second and 20 seconds unless told.
     */
    public BedrockBuilder waits(Duration first, Duration longest) {
        this.firstWait = first;
        this.longestWait = longest;
        return this;
    }

    /** Where the waits are drawn from. */
    public BedrockBuilder random(RandomGenerator generator) {
        this.random = generator;
        return this;
    }

    public BedrockProvider build() {
        return new BedrockProvider(connection(), catalog, guardrail, serviceTier, Map.copyOf(metadata), retries());
    }

    /**
     * A client for vectors, with the same settings; guardrail, tier and metadata do not concern it.
     *
     * @param model such as {@link BedrockEmbeddings#TITAN_V2}
     */
    public BedrockEmbeddings embeddings(String model) {
        return new BedrockEmbeddings(connection(), catalog.card(model), retries());
    }

    private Connection connection() {
        return new Connection(
                new Connection.Settings(region, profile, credentials, endpoint, connectTimeout, readTimeout));
    }

    private Retries retries() {
        return new Retries(attempts, firstWait, longestWait, random);
    }
}
