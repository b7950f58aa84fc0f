package io.troubleshooter.http.hook;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.config.Hooks.Outgoing;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A place where notices go. Its address may be a secret by itself and is never logged.
 *
 * @param name for logs
 */
record Outlet(String name, String project, URI address, NoticeFormat format, String secret, String template) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** @throws TroubleshooterException if an address or a format is none */
    static List<Outlet> of(List<Outgoing> settings) {
        List<Outlet> outlets = new ArrayList<>();
        for (Outgoing each : settings) {
            String name = "hooks.outgoing[" + outlets.size() + "]";
            outlets.add(new Outlet(
                    name,
                    each.project(),
                    address(name, each.url()),
                    format(name, each),
                    each.secret(),
                    each.template()));
        }
        return List.copyOf(outlets);
    }

    private static URI address(String name, String url) {
        try {
            URI address = URI.create(url);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // Told below, like an address of another kind.
        }
        throw wrong(name + " has no address of http or https.");
    }

    private static NoticeFormat format(String name, Outgoing settings) {
        return switch (settings.format()) {
            case "json" -> NoticeFormat.JSON;
            case "slack" -> NoticeFormat.SLACK;
            default -> throw wrong(name + " has a format that is neither json nor slack.");
        };
    }

    private static TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION, what, "Write {project, url, format, secret, template}.");
    }

    /** Signed anew at each attempt, so that it is never too old. */
    HttpRequest request(byte[] body, Instant now) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "tst")
                .POST(BodyPublishers.ofByteArray(body));
        if (!secret.isEmpty()) {
            String timestamp = Long.toString(now.getEpochSecond());
            request.header(MessageSignature.TIMESTAMP, timestamp)
                    .header(
                            MessageSignature.SIGNATURE,
                            MessageSignature.SCHEME + MessageSignature.sign(secret, timestamp, body));
        }
        return request.build();
    }
}
