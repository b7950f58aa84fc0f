package io.troubleshooter.http.intake;

import io.troubleshooter.http.config.Fetch;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses may be asked for at all, before any name is resolved. */
final class FetchRules {

    private static final int LONGEST = 2048;

    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    private static final Pattern PLAIN_ADDRESS = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.|$)){4}");

    private final Fetch settings;

    FetchRules(Fetch settings) {
        this.settings = settings;
    }

    /** @throws ProblemException {@code fetch_refused} */
    URI check(String url) {
        try {
            return check(new URI(url.strip()));
        } catch (URISyntaxException malformed) {
            throw refused("That is no address of a page.");
        }
    }

    /** @param url absolute, as given by a user or a redirect */
    URI check(URI url) {
        if (!settings.enabled()) {
            throw refused("Evidence by URL is switched off here.");
        }
        if (url.toString().length() > LONGEST || !isPlain(url)) {
            throw refused("The address has to be http or https, with a plain name of a host and without a user.");
        }
        if (!settings.ports().contains(port(url))) {
            throw refused("This port may not be asked.");
        }
        if (!isAllowed(host(url))) {
            throw refused("This host may not be asked.");
        }
        return url;
    }

    private static boolean isPlain(URI url) {
        String scheme = url.getScheme();
        return scheme != null
                && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                && url.getRawUserInfo() == null
                && url.getHost() != null
                && !url.getHost().contains("%")
                && isOneThing(host(url))
                && url.toString().chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }

    /** A number for a host is read as octal, decimal or hexadecimal by one program or the other. */
    private static boolean isOneThing(String host) {
        return !NUMBER.matcher(host).matches() || PLAIN_ADDRESS.matcher(host).matches();
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** Without the dot that ends a full name. */
    private static String host(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private boolean isAllowed(String host) {
        List<String> allowed = settings.allowedHosts();
        return allowed.isEmpty() || allowed.stream().anyMatch(pattern -> fits(host, pattern.toLowerCase(Locale.ROOT)));
    }

    private static boolean fits(String host, String pattern) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    static ProblemException refused(String why) {
        return ProblemException.of(ProblemCode.FETCH_REFUSED, why);
    }
}
