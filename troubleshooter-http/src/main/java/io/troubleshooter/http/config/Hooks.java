package io.troubleshooter.http.config;

import java.time.Duration;
import java.util.List;

/**
 * Messages in and out.
 *
 * @param secrets {@code PROJECT:SECRET}: who may send alerts, and how they sign
 * @param replayWindow how old a signed message may be
 */
public record Hooks(List<String> secrets, Duration replayWindow, List<Outgoing> outgoing) {

    /**
     * Told of each diagnosis that is ready.
     *
     * @param project whose; {@code default} where none is named
     * @param format {@code json} (if none is named) or {@code slack}
     * @param secret signs what is sent; empty for no signature
     * @param template text with {@code {title}}, {@code {summary}}, {@code {link}}, {@code {verdict}}, {@code {session}};
     *     empty for the built-in one
     */
    public record Outgoing(String project, String url, String format, String secret, String template) {

        public Outgoing {
            project = project == null ? "default" : project;
            url = url == null ? "" : url;
            format = format == null ? "json" : format;
            secret = secret == null ? "" : secret;
            template = template == null ? "" : template;
        }
    }
}
