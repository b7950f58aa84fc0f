package io.troubleshooter.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.model.ReplySink;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads an answer while it forms, and once more from the whole reply what did not come in pieces. Not thread-safe.
 */
final class AnswerStream implements ReplySink {

    private final Collector collector;
    private final Map<String, Integer> taken = new HashMap<>();
    private ReplyParser parser;

    AnswerStream(Collector collector) {
        this.collector = collector;
        this.parser = new ReplyParser(counting(taken, Map.of()));
    }

    @Override
    public void arguments(String tool, String fragment) {
        if (tool.equals(Explain.ANSWER)) {
            parser.feed(fragment);
        }
    }

    @Override
    public void restart() {
        collector.restart();
        taken.clear();
        parser = new ReplyParser(counting(taken, Map.of()));
    }

    /** @return whether the reply could be read to its end */
    boolean finish(String whole) {
        ReplyParser rest = new ReplyParser(counting(new HashMap<>(), taken));
        rest.feed(whole);
        return rest.ended();
    }

    /** Counts the elements of every array, and hands on those behind what was taken before. */
    private ReplyParser.Sink counting(Map<String, Integer> counts, Map<String, Integer> before) {
        return new ReplyParser.Sink() {
            @Override
            public void member(String name, JsonNode value) {
                collector.member(name, value);
            }

            @Override
            public void element(String name, JsonNode value) {
                int number = counts.merge(name, 1, Integer::sum);
                if (number > before.getOrDefault(name, 0)) {
                    collector.element(name, value);
                }
            }
        };
    }
}
