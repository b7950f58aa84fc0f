package io.troubleshooter.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.model.ModelReply.Stop;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.talk.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what a model replies in tests. */
public final class Scripts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Scripts() {}

    /** An answer in the making. */
    public static final class AnswerScript {
        private final ObjectNode root = JSON.createObjectNode();
        private final ArrayNode statements;
        private final ArrayNode hypotheses;
        private final ArrayNode gaps;

        private AnswerScript() {
            root.put("scope", "incident");
            statements = root.putArray("statements");
            root.put("verdict", "incident");
            hypotheses = root.putArray("hypotheses");
            gaps = root.putArray("gaps");
        }

        public AnswerScript scope(String scope) {
            root.put("scope", scope);
            return this;
        }

        public AnswerScript verdict(String verdict) {
            root.put("verdict", verdict);
            return this;
        }

        /**
         * Adds a paragraph.
         *
         * @param citations {@code S1:2 quote} each
         */
        public AnswerScript says(String text, String... citations) {
            ObjectNode statement = statements.addObject().put("text", text);
            cite(statement.putArray("citations"), citations);
            return this;
        }

        public AnswerScript gap(String text) {
            gaps.add(text);
            return this;
        }

        public AnswerScript cause(String cause, String title, double confidence, String... citations) {
            return relates("new", "", cause, title, confidence, hypothesis -> {}, citations);
        }

        public AnswerScript relates(
                String relation,
                String of,
                String cause,
                String title,
                double confidence,
                Consumer<ObjectNode> more,
                String... citations) {
            ObjectNode hypothesis = hypotheses
                    .addObject()
                    .put("cause", cause)
                    .put("title", title)
                    .put("explanation", "")
                    .put("confidence", confidence)
                    .put("relation", relation)
                    .put("of", of);
            cite(hypothesis.putArray("citations"), citations);
            hypothesis.putArray("fixes");
            hypothesis.putArray("nextChecks");
            more.accept(hypothesis);
            return this;
        }

        public String json() {
            return root.toString();
        }

        public RecordedReply reply() {
            return Scripts.reply("explain", new ReplyPart.Call("c1", "answer", json()));
        }

        public RecordedReply in(String stage) {
            return Scripts.reply(stage, new ReplyPart.Call("c1", "answer", json()));
        }
    }

    public static AnswerScript answer() {
        return new AnswerScript();
    }

    private static void cite(ArrayNode to, String... citations) {
        for (String citation : citations) {
            int colon = citation.indexOf(':');
            int space = citation.indexOf(' ');
            long line = Long.parseLong(citation.substring(colon + 1, space));
            to.addObject()
                    .put("source", citation.substring(0, colon))
                    .put("first", line)
                    .put("last", line)
                    .put("quote", citation.substring(space + 1));
        }
    }

    /** A triage that asks for nothing. */
    public static RecordedReply triage() {
        return reply("triage", new ReplyPart.Call("t1", "triage", triageJson("incident", "easy")));
    }

    /**
     * What a triage says.
     *
     * @param calls {@code tool} and its arguments, alternating
     */
    public static String triageJson(String scope, String difficulty, String... calls) {
        ObjectNode root = JSON.createObjectNode().put("scope", scope).put("difficulty", difficulty);
        ArrayNode list = root.putArray("calls");
        for (int i = 0; i < calls.length; i += 2) {
            list.addObject().put("tool", calls[i]).put("arguments", calls[i + 1]);
        }
        return root.toString();
    }

    public static RecordedReply reply(@Nullable String stage, ReplyPart... parts) {
        return new RecordedReply(stage, null, 1, List.of(parts), Stop.TOOL_CALL, null, Duration.ZERO, null);
    }

    public static RecordedReply endless(@Nullable String stage, ReplyPart... parts) {
        return new RecordedReply(
                stage, null, RecordedReply.ENDLESS, List.of(parts), Stop.TOOL_CALL, null, Duration.ZERO, null);
    }

    /** Listens and remembers. */
    public static final class Heard implements AnswerListener {
        public final List<String> events = new ArrayList<>();
        public final List<Statement> statements = new ArrayList<>();

        @Override
        public void offline(io.troubleshooter.diagnosis.Diagnosis diagnosis) {
            events.add("offline");
        }

        @Override
        public void stage(String name) {
            events.add(name);
        }

        @Override
        public void tool(io.troubleshooter.tool.ToolAnswer answer) {
            events.add("tool " + answer.name());
        }

        @Override
        public void statement(Statement statement) {
            events.add("statement");
            statements.add(statement);
        }

        @Override
        public void hypothesis(io.troubleshooter.diagnosis.Diagnosis.Hypothesis hypothesis) {
            events.add("hypothesis " + hypothesis.cause());
        }
    }
}
