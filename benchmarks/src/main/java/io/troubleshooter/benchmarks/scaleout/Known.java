package io.troubleshooter.benchmarks.scaleout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A session, and what the service has confirmed of it: this has to be there in the end.
 *
 * @param key of its owner
 * @param lines id of a source, and a line that only this source has
 * @param answers path of a question, and its answer once it was seen
 * @param feedback ids of what was said
 * @param instances that answered requests about it
 */
record Known(
        String id,
        String key,
        Map<String, String> lines,
        Map<String, JsonNode> answers,
        Set<String> feedback,
        Set<String> instances) {

    static Known session(String id, String key) {
        return new Known(
                id,
                key,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet());
    }

    String path(String rest) {
        return "/v1/sessions/" + id + rest;
    }
}
