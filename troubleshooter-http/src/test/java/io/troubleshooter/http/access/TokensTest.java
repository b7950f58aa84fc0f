package io.troubleshooter.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.config.Access.Oidc;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final RSAKey KEY = IdentityProvider.rsa("one");
    private static final RSAKey OTHER = IdentityProvider.rsa("one");

    private final TickingClock clock = new TickingClock();
    private IdentityProvider provider;
    private Tokens tokens;

    @BeforeEach
    void start() throws IOException {
        provider = new IdentityProvider(KEY.toPublicJWK());
        tokens = new Tokens(oidc("", ""), clock);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private Oidc oidc(String jwks, String defaultRole) {
        return new Oidc(
                provider.issuer(),
                "tst",
                jwks,
                "sub",
                "role",
                "project",
                defaultRole,
                "default",
                Duration.ofSeconds(60));
    }

    private JWTClaimsSet.Builder claims() {
        return provider.claims(clock.instant());
    }

    private static void refuses(Tokens tokens, String token, ProblemCode code) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void refuses(String token) {
        refuses(tokens, token, ProblemCode.KEY_REFUSED);
    }

    private void refuses(JWTClaimsSet.Builder claims) throws Exception {
        refuses(IdentityProvider.sign(KEY, claims.build()));
    }

    @Test
    void aTokenNamesUserProjectAndTheHighestRoleThatIsKnown() throws Exception {
        Proof proof = tokens.verify(IdentityProvider.sign(
                KEY,
                claims().claim("role", List.of("viewer", "analyst", "cook")).build()));

        assertThat(proof.caller().account()).isEqualTo("shop/ada@example.org");
        assertThat(proof.caller().role()).isEqualTo(Role.ANALYST);
        assertThat(proof.expires()).isEqualTo(clock.instant().plusSeconds(300));
    }

    @Test
    void rolesMayStandInsideOfOtherClaims() throws Exception {
        Oidc nested = new Oidc(
                provider.issuer(), "tst", "", "sub", "realm.roles", "no.such", "", "default", Duration.ofSeconds(60));
        JWTClaimsSet claims =
                claims().claim("realm", Map.of("roles", List.of("admin"))).build();

        Caller caller = new Tokens(nested, clock)
                .verify(IdentityProvider.sign(KEY, claims))
                .caller();

        assertThat(caller.role()).isEqualTo(Role.ADMIN);
        assertThat(caller.project()).isEqualTo("default");
    }

    @Test
    void tokensSignedOnEllipticCurvesAreAccepted() throws Exception {
        ECKey key = IdentityProvider.ec("curve");
        provider.rotateTo(key.toPublicJWK());

        assertThat(tokens.verify(IdentityProvider.sign(key, claims().build()))
                        .caller()
                        .project())
                .isEqualTo("shop");
    }

    @Test
    void tokensSignedByEd25519AreAccepted() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        JWK key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
                .keyID("edwards")
                .build();
        provider.rotateTo(key);
        Base64URL header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .keyID("edwards")
                .build()
                .toBase64URL();
        String signed = header + "." + claims().build().toPayload().toBase64URL();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        String token = signed + "." + Base64URL.encode(signature.sign());

        assertThat(tokens.verify(token).caller().user()).isEqualTo("ada@example.org");
        refuses(signed + "." + Base64URL.encode(new byte[64]));
    }

    @Test
    void unsignedTokensAreRefused() {
        refuses(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void aPublicKeyIsNoSharedSecret() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));

        refuses(token.serialize());
    }

    @Test
    void anotherKeyOfTheSameNameIsRefused() throws Exception {
        refuses(IdentityProvider.sign(OTHER, claims().build()));
    }

    @Test
    void changedClaimsAreRefused() throws Exception {
        String[] parts = IdentityProvider.sign(KEY, claims().build()).split("\\.");
        String admin = claims().claim("role", "admin")
                .build()
                .toPayload()
                .toBase64URL()
                .toString();

        refuses(parts[0] + "." + admin + "." + parts[2]);
    }

    @Test
    void anAlgorithmThatDoesNotFitTheKeyIsRefused() throws Exception {
        ECKey curve = IdentityProvider.ec("one");

        refuses(IdentityProvider.sign(curve, claims().build()));
    }

    @Test
    void keysInTheTokenItselfAreNotBelieved() throws Exception {
        RSAKey own = IdentityProvider.rsa("own");
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("own")
                .jwk(own.toPublicJWK())
                .jwkURL(URI.create(provider.issuer() + "/keys"));

        refuses(IdentityProvider.sign(header, own, claims().build()));
    }

    @Test
    void expiredTokensAreRefusedOnceTheSkewIsOver() throws Exception {
        String token = IdentityProvider.sign(KEY, claims().build());
        clock.advance(Duration.ofSeconds(359));
        assertThat(tokens.verify(token)).isNotNull();

        clock.advance(Duration.ofSeconds(2));

        refuses(token);
    }

    @Test
    void tokensOfTheFutureAreRefused() throws Exception {
        Date later = Date.from(clock.instant().plusSeconds(90));

        refuses(claims().notBeforeTime(later));
        refuses(claims().issueTime(later));
    }

    @Test
    void tokensWithoutAnEndAreRefused() throws Exception {
        refuses(claims().expirationTime(null));
    }

    @Test
    void tokensForOthersOrOfOthersAreRefused() throws Exception {
        refuses(claims().audience("mail"));
        refuses(claims().audience((String) null));
        refuses(claims().issuer(provider.issuer() + "/"));
        refuses(claims().issuer(null));
    }

    @Test
    void otherKindsOfTokensAreRefused() throws Exception {
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").type(new JOSEObjectType("logout+jwt"));

        refuses(IdentityProvider.sign(header, KEY, claims().build()));
    }

    @Test
    void demandsThatNobodyUnderstandsAreNotPassedOver() throws Exception {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("one")
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1);

        refuses(IdentityProvider.sign(header, KEY, claims().build()));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String text : List.of("", ".", "..", "a.b.c", "\0", "e30.e30.", "x".repeat(100_000))) {
            refuses(text);
        }
    }

    @Test
    void aRoleHasToBeGivenOrSetByDefault() throws Exception {
        String token = IdentityProvider.sign(KEY, claims().claim("role", null).build());
        String strange =
                IdentityProvider.sign(KEY, claims().claim("role", "cook").build());

        refuses(tokens, token, ProblemCode.FORBIDDEN);
        Tokens withDefault = new Tokens(oidc("", "viewer"), clock);
        assertThat(withDefault.verify(token).caller().role()).isEqualTo(Role.VIEWER);
        refuses(withDefault, strange, ProblemCode.FORBIDDEN);
    }

    @Test
    void namesThatWouldReachIntoOtherProjectsAreRefused() throws Exception {
        for (String user : List.of("a/b", "link:1", "", "x\ny")) {
            refuses(tokens, IdentityProvider.sign(KEY, claims().subject(user).build()), ProblemCode.FORBIDDEN);
        }
        refuses(
                tokens,
                IdentityProvider.sign(KEY, claims().claim("project", "a/b").build()),
                ProblemCode.FORBIDDEN);
    }

    @Test
    void aNewKeyOfTheProviderIsFoundWhenATokenNamesIt() throws Exception {
        tokens.verify(IdentityProvider.sign(KEY, claims().build()));
        RSAKey next = IdentityProvider.rsa("two");
        provider.rotateTo(next.toPublicJWK());

        assertThat(tokens.verify(IdentityProvider.sign(next, claims().build()))).isNotNull();
        refuses(IdentityProvider.sign(KEY, claims().build()));
    }

    @Test
    void unknownKeysDoNotMakeTheProviderReadAgainAndAgain() throws Exception {
        RSAKey unknown = IdentityProvider.rsa("unknown");
        String token = IdentityProvider.sign(unknown, claims().build());

        for (int i = 0; i < 20; i++) {
            refuses(token);
        }

        assertThat(provider.readings()).isLessThanOrEqualTo(2);
    }

    @Test
    void knownKeysAreGoodWhileTheProviderIsDown() throws Exception {
        String token = IdentityProvider.sign(KEY, claims().build());
        tokens.verify(token);
        provider.goDown();

        assertThat(tokens.verify(token)).isNotNull();
    }

    @Test
    void aProviderThatNeverAnsweredIsSaidToBeDown() throws Exception {
        provider.goDown();

        refuses(tokens, IdentityProvider.sign(KEY, claims().build()), ProblemCode.IDENTITY_UNAVAILABLE);
    }

    @Test
    void settingsThatWouldAcceptAnythingAreRefused() {
        Oidc anyAudience = new Oidc("https://id.example", "", "", "sub", "r", "p", "", "d", Duration.ZERO);
        Oidc plain = new Oidc("http://id.example", "tst", "", "sub", "r", "p", "", "d", Duration.ZERO);

        assertThatThrownBy(() -> new Tokens(anyAudience, clock)).isInstanceOf(TroubleshooterException.class);
        assertThatThrownBy(() -> new Tokens(plain, clock)).isInstanceOf(TroubleshooterException.class);
    }
}
