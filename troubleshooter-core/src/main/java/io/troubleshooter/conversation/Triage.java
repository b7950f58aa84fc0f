package io.troubleshooter.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the small first call says: whether it is our business, how hard it is, which looks to take.
 *
 * @param calls at most a few; neither names nor arguments are checked yet
 */
record Triage(boolean outside, boolean hard, List<Call> calls) {

    private static final int MAX_CALLS = 4;

    /** Nothing is known. */
    static final Triage NONE = new Triage(false, false, List.of());

    /** A look to take. */
    record Call(String tool, String arguments) {}

    /** Reads it; whatever cannot be read is left out. */
    static Triage read(String json) {
        Reading reading = new Reading();
        new ReplyParser(reading).feed(json);
        return new Triage(reading.outside, reading.hard, List.copyOf(reading.calls));
    }

    private static final class Reading implements ReplyParser.Sink {
        private boolean outside;
        private boolean hard;
        private final List<Call> calls = new ArrayList<>();

        @Override
        public void member(String name, JsonNode value) {
            outside |= name.equals("scope") && value.asText().equals("outside");
            hard |= name.equals("difficulty") && value.asText().equals("hard");
        }

        @Override
        public void element(String name, JsonNode value) {
            if (name.equals("calls")
                    && calls.size() < MAX_CALLS
                    && value.path("tool").isTextual()) {
                JsonNode arguments = value.path("arguments");
                calls.add(new Call(
                        value.path("tool").textValue(),
                        arguments.isTextual() ? arguments.textValue() : arguments.toString()));
            }
        }
    }
}
