package io.troubleshooter.langchain4j;

import java.time.Duration;

/**
 * Where models are served.
 *
 * @param baseUrl up to and including the version, such as {@code .../v1}
 * @param apiKey may be any word where the service wants none; never shown
 * @param model asked where a request names no other
 * @param retries what is tried again when the service is overloaded or has a fault
 */
public record EndpointSettings(String baseUrl, String apiKey, String model, Duration connectTimeout, Retries retries) {

    public static EndpointSettings of(String baseUrl, String apiKey, String model) {
        return new EndpointSettings(baseUrl, apiKey, model, Duration.ofSeconds(10), Retries.DEFAULT);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EndpointSettings[" + baseUrl + ", " + model + "]";
    }
}
