package io.troubleshooter.http.config;

import java.time.Duration;

/**
 * How much at once.
 *
 * @param body of a single request, as sent
 * @param unpacked of a compressed body
 * @param line longer lines are cut
 * @param header of a request, all lines together
 * @param connections open at once; others wait to be accepted
 * @param idle a connection on which nothing moves is closed; headers get half of it
 * @param workers threads that read evidence and answer
 * @param queue requests that wait for a worker; more are refused
 * @param patience how long a request waits for a worker; who waited in vain is told when to come again
 * @param models answers of models in the making at once; they mostly wait for the network
 * @param questionsPerSession that wait in one session
 * @param requestsPerMinute of one key, or of one address without a key
 * @param streams event streams open at once
 */
public record Limits(
        Bytes body,
        Bytes upload,
        Bytes unpacked,
        Bytes line,
        Bytes paste,
        Bytes header,
        int connections,
        Duration idle,
        int workers,
        int queue,
        Duration patience,
        int models,
        int questionsPerSession,
        int requestsPerMinute,
        int streams,
        int streamsPerCaller,
        Duration heartbeat,
        Duration shutdown) {}
