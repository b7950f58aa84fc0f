package io.troubleshooter.http.config;

import java.time.Duration;

/**
 * Who may call.
 *
 * @param required whether callers have to show a key or a token; without, everybody at this machine is an administrator
 * @param login how long a login from the page lasts
 * @param attempts wrong keys from one address in a minute before it has to wait
 */
public record Access(boolean required, Duration login, int attempts, Oidc oidc) {

    /**
     * Tokens of an identity provider.
     *
     * @param issuer exactly as in tokens; empty for none
     * @param jwks where its keys are; empty: found from the issuer
     * @param roleClaim claim with the role, a text or a list
     * @param projectClaim claim with the project
     * @param clockSkew 0 or more
     */
    public record Oidc(
            String issuer,
            String audience,
            String jwks,
            String accountClaim,
            String roleClaim,
            String projectClaim,
            String defaultRole,
            String defaultProject,
            Duration clockSkew) {}
}
