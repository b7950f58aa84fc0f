package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.InMemoryAnswerCache;
import io.troubleshooter.tool.ToolOutput;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What tools found, for a while. It is not redacted yet, so that it lives in the memory of this process alone, bounded in
 * size, and is never given to a store.
 */
final class ToolMemory {

    /** After this, hardly any event comes late. */
    static final Duration SETTLES = Duration.ofMinutes(15);

    private static final long BYTES = 8 << 20;
    private static final Duration RECENT = Duration.ofSeconds(30);
    private static final Duration PAST = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnswerCache cache;

    ToolMemory(Clock clock) {
        this.cache = new InMemoryAnswerCache(BYTES, clock);
    }

    /** Of a time that may still change. */
    ToolOutput recent(String key, Supplier<ToolOutput> look) {
        return get(key, RECENT, look);
    }

    /** Of a time that is over. */
    ToolOutput settled(String key, Supplier<ToolOutput> look) {
        return get(key, PAST, look);
    }

    private ToolOutput get(String key, Duration time, Supplier<ToolOutput> look) {
        AnswerCache.Lookup found = cache.get(key, time, () -> write(look.get()));
        return found.value() == null ? look.get() : read(found.value());
    }

    private static String write(ToolOutput output) {
        return JSON.createArrayNode().add(output.text()).add(output.more()).toString();
    }

    private static ToolOutput read(String text) {
        try {
            JsonNode parts = JSON.readTree(text);
            return new ToolOutput(parts.path(0).asText(), parts.path(1).asText());
        } catch (JsonProcessingException never) {
            throw new UncheckedIOException("what was written here can be read", never);
        }
    }
}
