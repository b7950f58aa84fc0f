package io.troubleshooter.http.access;

import io.javalin.http.Context;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls by the one thing that they show: a key or token, else a link, else the cookie of a login, else
 * (where nobody has to) that they are at this machine. What is shown and is wrong is refused, also where nothing would do.
 */
public final class AccessGate implements Gate {

    private static final String SCHEME = "bearer ";

    private final boolean required;
    private final Credentials credentials;
    private final Origins origins;
    private final Addresses addresses;
    private final Attempts attempts;
    private final Trail trail;

    /** @param required whether everybody has to show something */
    public AccessGate(
            boolean required,
            Credentials credentials,
            Origins origins,
            Addresses addresses,
            Attempts attempts,
            Trail trail) {
        this.required = required;
        this.credentials = credentials;
        this.origins = origins;
        this.addresses = addresses;
        this.attempts = attempts;
        this.trail = trail;
    }

    /**
     * What callers can show.
     *
     * @param tokens null where no identity provider is set
     */
    public record Credentials(ApiKeys keys, @Nullable Tokens tokens, Logins logins, Links links) {}

    @Override
    public Caller identify(Context context) {
        String link = context.header("X-Share-Token");
        String cookie = LoginCookie.read(context);
        if (!authorizations(context).isEmpty()) {
            return prove(context).caller();
        }
        if (link != null) {
            return known(credentials.links().find(link), context);
        }
        origins.checkOrigin(context);
        Optional<Caller> login = cookie == null ? Optional.empty() : ofLogin(cookie, context);
        if (login.isEmpty() && required) {
            throw ProblemException.of(ProblemCode.KEY_REQUIRED);
        }
        return login.orElseGet(() -> Gate.LOCAL.identify(context));
    }

    /**
     * Whose key or token a request shows, until when.
     *
     * @throws ProblemException if it shows none, or a wrong one
     */
    public Proof prove(Context context) {
        String word = bearer(context);
        if (!word.startsWith(ApiKeys.PREFIX)) {
            return ofToken(word, context);
        }
        ApiKey key = known(credentials.keys().find(word), context);
        Instant expires = key.expires();
        return new Proof(key.caller(Caller.Means.KEY), expires == null ? Instant.MAX : expires);
    }

    private static List<String> authorizations(Context context) {
        return Collections.list(context.req().getHeaders("Authorization"));
    }

    private String bearer(Context context) {
        List<String> given = authorizations(context);
        if (given.isEmpty()) {
            throw ProblemException.of(ProblemCode.KEY_REQUIRED);
        }
        String header = given.get(0);
        if (given.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused(context, "Send one header: Authorization: Bearer KEY.");
        }
        return header.substring(SCHEME.length()).strip();
    }

    /** Checking a signature takes long enough to keep a machine busy: who has to wait is not even checked. */
    private Proof ofToken(String word, Context context) {
        Duration wait = attempts.wait(addresses.of(context));
        if (!wait.isZero()) {
            throw ProblemException.after(ProblemCode.TOO_MANY_ATTEMPTS, wait);
        }
        Tokens tokens = credentials.tokens();
        if (tokens == null) {
            throw refused(context, ProblemCode.KEY_REFUSED.title() + ".");
        }
        try {
            return tokens.verify(word);
        } catch (ProblemException problem) {
            throw problem.code() == ProblemCode.KEY_REFUSED ? refused(context, problem.detail()) : problem;
        }
    }

    private Optional<Caller> ofLogin(String cookie, Context context) {
        Optional<Caller> caller = credentials.logins().find(cookie);
        String csrf = context.header(LoginCookie.CSRF_HEADER);
        boolean shown = csrf != null && Secrets.same(csrf, Logins.csrf(cookie));
        if (caller.isPresent() && !isSafe(context) && !shown) {
            throw ProblemException.of(ProblemCode.CSRF);
        }
        return caller;
    }

    private static boolean isSafe(Context context) {
        return switch (context.req().getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    /**
     * What is valid passes at any time, as an address may be that of many; guessing 256 bits is hopeless anyway. The
     * waiting is to keep the load of it small, and to tell.
     */
    private <T> T known(Optional<T> found, Context context) {
        return found.orElseThrow(() -> refused(context, ProblemCode.KEY_REFUSED.title() + "."));
    }

    private ProblemException refused(Context context, String detail) {
        String address = addresses.of(context);
        if (attempts.wrong(address)) {
            trail.noteUnknown("refuse-access", "address=" + address);
        }
        Duration wait = attempts.wait(address);
        return wait.isZero()
                ? ProblemException.of(ProblemCode.KEY_REFUSED, detail)
                : ProblemException.after(ProblemCode.TOO_MANY_ATTEMPTS, wait);
    }
}
