package io.troubleshooter.http.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import io.troubleshooter.http.config.Access.Oidc;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of an identity provider: where its settings say, else where its own description says. They are kept
 * for a while, read again when a token names an unknown one (not oftener than the rate allows, whoever sends tokens), and
 * go on being used for hours while the provider does not answer.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration WAIT_FOR_REFRESH = Duration.ofSeconds(10);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(30);
    private static final Duration WITHOUT_PROVIDER = Duration.ofHours(4);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MAX_BYTES = 256 << 10;

    private final Oidc oidc;
    private final ResourceRetriever retriever =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES, false);
    private @Nullable URLBasedJWKSetSource<SecurityContext> found;

    private ProviderKeys(Oidc oidc) {
        this.oidc = oidc;
    }

    static JWKSource<SecurityContext> of(Oidc oidc) {
        return JWKSourceBuilder.create(new ProviderKeys(oidc))
                .cache(KEPT.toMillis(), WAIT_FOR_REFRESH.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_READINGS.toMillis())
                .outageTolerant(WITHOUT_PROVIDER.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            return source().getJWKSet(refresh, now, context);
        } catch (IOException unreachable) {
            throw new JWKSetRetrievalException("the identity provider does not answer", unreachable);
        }
    }

    private synchronized URLBasedJWKSetSource<SecurityContext> source() throws IOException {
        URLBasedJWKSetSource<SecurityContext> known = found;
        if (known == null) {
            known = new URLBasedJWKSetSource<>(url(oidc.jwks().isEmpty() ? discovered() : oidc.jwks()), retriever);
            found = known;
        }
        return known;
    }

    private String discovered() throws IOException {
        String base = oidc.issuer().endsWith("/")
                ? oidc.issuer().substring(0, oidc.issuer().length() - 1)
                : oidc.issuer();
        String description = retriever
                .retrieveResource(url(base + "/.well-known/openid-configuration"))
                .getContent();
        JsonNode json = ApiKeyJson.tree(description);
        if (!json.path("issuer").asText().equals(oidc.issuer())) {
            throw new IOException("the description is that of another issuer");
        }
        return json.path("jwks_uri").asText();
    }

    private static URL url(String text) throws IOException {
        try {
            if (!isSafe(text)) {
                throw new IOException("an identity provider is asked by https only");
            }
            return URI.create(text).toURL();
        } catch (IllegalArgumentException | MalformedURLException wrong) {
            throw new IOException("no address", wrong);
        }
    }

    /** Keys that came over a line which others can write on prove nothing; this machine is no such line. */
    static boolean isSafe(String url) {
        URI uri = URI.create(url);
        return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && Hosts.isLoopback(uri.getHost());
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
