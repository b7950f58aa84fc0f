package io.troubleshooter.tool;

import java.util.List;

/**
 * What a code means.
 *
 * @param kind {@code errno}, {@code exit}, {@code signal}, {@code http}, {@code sqlstate}, {@code grpc}, {@code aws},
 *     {@code windows} or {@code tls}
 * @param names the code and other ways to write it, the usual one first
 * @param causes why it is usually seen
 */
public record Code(String kind, List<String> names, String meaning, String causes) {

    /** As a line of text. */
    public String line() {
        return kind + " " + String.join(" / ", names) + ": " + meaning + " Usual causes: " + causes;
    }
}
