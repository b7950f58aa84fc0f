package io.troubleshooter.http.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.config.Access.Oidc;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens (JWT) of an identity provider. Thread-safe. */
public final class Tokens {

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    private static final int MAX_LENGTH = 8 << 10;

    private final Oidc oidc;
    private final Clock clock;
    private final JWKSource<SecurityContext> keys;
    private final DefaultJWTClaimsVerifier<SecurityContext> times;

    /** @throws TroubleshooterException if the settings would accept what nobody has vouched for */
    public Tokens(Oidc oidc, Clock clock) {
        this.oidc = checked(oidc);
        this.clock = clock;
        this.keys = ProviderKeys.of(oidc);
        this.times = verifier(oidc, clock);
    }

    private static Oidc checked(Oidc oidc) {
        if (oidc.audience().isBlank()) {
            throw wrong("access.oidc.audience is missing: tokens for other services would be accepted");
        }
        if (!isSafe(oidc.issuer()) || !oidc.jwks().isEmpty() && !isSafe(oidc.jwks())) {
            throw wrong("access.oidc.issuer and access.oidc.jwks have to be https addresses");
        }
        return oidc;
    }

    private static boolean isSafe(String url) {
        try {
            return ProviderKeys.isSafe(url);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION, what + ".", "tst serve --print-config shows all settings.");
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> verifier(Oidc oidc, Clock clock) {
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(oidc.issuer()).build();
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(Set.of(oidc.audience()), exact, Set.of("exp"), Set.of()) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew((int) oidc.clockSkew().toSeconds());
        return verifier;
    }

    /**
     * Whose token this is.
     *
     * @throws ProblemException {@code key_refused} if it is not valid, {@code forbidden} if it gives no role here,
     *     {@code identity_unavailable} if that cannot be found out now
     */
    public Proof verify(String text) {
        SignedJWT token = parsed(text);
        JWSHeader header = token.getHeader();
        if (!Signatures.ALGORITHMS.contains(header.getAlgorithm())
                || header.getCriticalParams() != null
                || !isType(header.getType())) {
            throw refused("The token is of a kind that is not accepted.");
        }
        if (keys(header).stream().noneMatch(key -> Signatures.isBy(key, token))) {
            throw refused("The token's signature is not that of the identity provider.");
        }
        JWTClaimsSet claims = claims(token);
        return new Proof(caller(claims), claims.getExpirationTime().toInstant());
    }

    private static SignedJWT parsed(String text) {
        try {
            if (text.length() <= MAX_LENGTH) {
                return SignedJWT.parse(text);
            }
        } catch (ParseException | RuntimeException notOne) {
            // Refused below; what the parser says quotes the token.
        }
        throw refused("This is neither a key nor a token.");
    }

    private static boolean isType(@Nullable JOSEObjectType type) {
        return type == null || TYPES.contains(type.getType().toLowerCase(Locale.ROOT));
    }

    private List<JWK> keys(JWSHeader header) {
        try {
            return keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
        } catch (RateLimitReachedException unknownKeyAgain) {
            throw refused("The token's key is not known.");
        } catch (KeySourceException | RuntimeException unavailable) {
            throw ProblemException.of(ProblemCode.IDENTITY_UNAVAILABLE);
        }
    }

    private JWTClaimsSet claims(SignedJWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            times.verify(claims, null);
            if (issuedLater(claims)) {
                throw refused("The token's issuer, audience or times do not fit.");
            }
            return claims;
        } catch (BadJWTException | ParseException unfit) {
            throw refused("The token's issuer, audience or times do not fit.");
        }
    }

    private boolean issuedLater(JWTClaimsSet claims) {
        Date issued = claims.getIssueTime();
        return issued != null && issued.toInstant().isAfter(clock.instant().plus(oidc.clockSkew()));
    }

    private Caller caller(JWTClaimsSet claims) {
        String user = Claims.text(claims, oidc.accountClaim());
        String project = Claims.text(claims, oidc.projectClaim());
        String where = project == null ? oidc.defaultProject() : project;
        Role role = Claims.role(claims, oidc.roleClaim(), oidc.defaultRole());
        if (user == null || !Names.isUser(user) || !Names.isProject(where)) {
            throw ProblemException.of(
                    ProblemCode.FORBIDDEN, "The token names no user or project that can be one here.");
        }
        if (role == null) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, "The token gives no role here.");
        }
        return new Caller(
                where,
                user,
                role,
                Caller.Means.TOKEN,
                "token:" + Secrets.hash("user", where + "/" + user).substring(0, 16));
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemCode.KEY_REFUSED, detail);
    }
}
