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
     * @param format {@code json} or {@code slack}
     * @param template text with {@code {title}}, {@code {summary}}, {@code {link}}; empty for the built-in one
     */
    public record Outgoing(String project, String url, String format, String secret, String template) {}
}
