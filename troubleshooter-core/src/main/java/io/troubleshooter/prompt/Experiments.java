package io.troubleshooter.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which version of a prompt a subject gets: the newest, or one of several by weight. Sticky: the same subject gets the
 * same version as long as the weights stay. What was chosen is recorded as {@link Prompt#reference()} in the answer.
 * Immutable, thread-safe.
 */
public final class Experiments {

    /** Everybody gets the newest version. */
    public static final Experiments NONE = new Experiments(Map.of());

    private static final int MAX_WEIGHT = 1_000_000;

    private final Map<String, Map<Integer, Integer>> weights;

    private Experiments(Map<String, Map<Integer, Integer>> weights) {
        this.weights = weights;
    }

    /**
     * Reads weights per prompt and version: <code>{"explain": {"2": 90, "3": 10}}</code>.
     *
     * @param known every prompt and version named has to be among them
     * @throws TroubleshooterException if it is no such JSON, or names what does not exist
     */
    public static Experiments parse(String json, Prompts known) {
        Map<String, Map<Integer, Integer>> weights = new TreeMap<>();
        for (Map.Entry<String, JsonNode> prompt : tree(json).properties()) {
            weights.put(prompt.getKey(), weights(prompt.getKey(), prompt.getValue(), known));
        }
        return new Experiments(weights);
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode tree = new ObjectMapper().readTree(json);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException notJson) {
            // Its message quotes the input; ours says what is wanted instead.
        }
        throw wrong("The experiments are no JSON object.");
    }

    private static Map<Integer, Integer> weights(String id, JsonNode versions, Prompts known) {
        Map<Integer, Integer> weights = new TreeMap<>();
        int total = 0;
        for (Map.Entry<String, JsonNode> version : versions.properties()) {
            int number = known.get(id, version(id, version.getKey())).version();
            int weight = weight(id, version.getValue());
            weights.put(number, weight);
            total += weight;
        }
        if (total == 0) {
            throw wrong("The experiment on " + id + " gives no version a weight above 0.");
        }
        return weights;
    }

    private static int version(String id, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw wrong("The experiment on " + id + " has a version that is no number.");
        }
    }

    private static int weight(String id, JsonNode value) {
        if (!value.isInt() || value.intValue() < 0 || value.intValue() > MAX_WEIGHT) {
            throw wrong("The experiment on " + id + " has a weight that is no integer from 0 to " + MAX_WEIGHT + ".");
        }
        return value.intValue();
    }

    private static TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                what,
                "Give weights per prompt and version, such as {\"explain\": {\"2\": 90, \"3\": 10}}.");
    }

    /**
     * The version for a subject.
     *
     * @param subject session or account: only a hash of it is used
     */
    public Prompt choose(Prompts prompts, String id, String subject) {
        Map<Integer, Integer> shares = weights.get(id);
        return shares == null ? prompts.latest(id) : prompts.get(id, drawn(shares, place(id, subject)));
    }

    private static int drawn(Map<Integer, Integer> shares, long place) {
        int total = shares.values().stream().mapToInt(Integer::intValue).sum();
        long left = place % total;
        int chosen = 0;
        for (Map.Entry<Integer, Integer> share : shares.entrySet()) {
            if (left >= 0 && share.getValue() > 0) {
                chosen = share.getKey();
            }
            left -= share.getValue();
        }
        return chosen;
    }

    /** Where in 48 bits the subject falls, evenly and independently for every prompt. */
    private static long place(String id, String subject) {
        return Long.parseLong(PromptFile.hash(id + "\n" + subject), 16);
    }
}
