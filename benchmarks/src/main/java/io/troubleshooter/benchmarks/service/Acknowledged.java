package io.troubleshooter.benchmarks.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the service has confirmed, and so must never lose.
 *
 * @param sources of each session, how many were accepted
 * @param questions accepted, as {@code session/question}
 * @param answers finished, by question, as they were
 */
record Acknowledged(Map<String, Integer> sources, Map<String, Boolean> questions, Map<String, String> answers) {

    static Acknowledged nothing() {
        return new Acknowledged(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
}
