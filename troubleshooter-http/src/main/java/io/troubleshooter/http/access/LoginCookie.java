package io.troubleshooter.http.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cookie of a login: no script can read it, no other site can send it. */
public final class LoginCookie {

    /** Of the header that a page sends besides it. */
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String NAME = "tst_login";
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean secure;
    private final Clock clock;

    /** @param secure whether users come by TLS */
    public LoginCookie(boolean secure, Clock clock) {
        this.secure = secure;
        this.clock = clock;
    }

    public static @Nullable String read(Context context) {
        String value = context.cookie(NAME);
        return value != null && VALUE.matcher(value).matches() ? value : null;
    }

    public void set(Context context, String value, Instant expires) {
        write(context, value, (int) Duration.between(clock.instant(), expires).toSeconds());
    }

    public void remove(Context context) {
        write(context, "", 0);
    }

    private void write(Context context, String value, int seconds) {
        context.cookie(new Cookie(NAME, value, "/", seconds, secure, true, null, SameSite.STRICT));
    }
}
