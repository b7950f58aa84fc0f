package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.contract.RedactionCorpus;
import io.troubleshooter.contract.RedactionCorpus.Positive;
import io.troubleshooter.contract.Scripts;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerJson;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.InMemorySessions;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.InMemoryAuditLog;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.prompt.Prompts;
import io.troubleshooter.report.HtmlReport;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.report.MarkdownReport;
import io.troubleshooter.report.PostmortemReport;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolException;
import io.troubleshooter.tool.ToolOutput;
import io.troubleshooter.tool.ToolScene;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Secrets planted wherever text comes in, and a search through everything that goes out or is kept. What the redactor is
 * known to miss when it is given alone is not planted, but counted by kind: that is the redactor's own measure.
 */
class PlantedSecretsTest {

    private static final int PER_PLACE = 60;

    private final List<Positive> planted = RedactionCorpus.plantable();
    private final InMemorySessions sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());
    private final InMemoryAuditLog audit = new InMemoryAuditLog(10_000);
    private final KeepingCache cache = new KeepingCache();
    private int next;

    @Test
    void hardlyAnySecretIsNotPlantedForBeingMissedAlone() {
        List<String> missed = RedactionCorpus.sample().stream()
                .filter(RedactionCorpus::isMissedAlone)
                .map(Positive::kind)
                .toList();
        assertThat(missed).hasSizeLessThanOrEqualTo(RedactionCorpus.sample().size() / 100);
    }

    private List<Positive> take(int count) {
        List<Positive> taken = planted.subList(next, next + count);
        next += count;
        return taken;
    }

    private static String text(List<Positive> positives) {
        StringBuilder text = new StringBuilder();
        for (Positive positive : positives) {
            text.append(positive.text()).append('\n');
        }
        return text.toString();
    }

    private int count;
    private final List<Positive> all = new ArrayList<>();

    private List<Positive> plant(int number) {
        List<Positive> taken = take(number);
        all.addAll(taken);
        for (Positive positive : taken) {
            count += positive.secrets().size();
        }
        return taken;
    }

    @Test
    void noPlantedSecretIsInAnythingThatGoesOutOrIsKept() {
        List<Positive> evidence = plant(PER_PLACE * 4);
        List<Positive> questions = plant(PER_PLACE);
        List<Positive> names = plant(PER_PLACE);
        List<Positive> outputs = plant(PER_PLACE);
        List<Positive> toolFailures = plant(PER_PLACE);
        List<Positive> providerFailures = plant(PER_PLACE);
        assertThat(count).isGreaterThanOrEqualTo(300);

        ByteArrayOutputStream console = new ByteArrayOutputStream();
        StringBuilder out = new StringBuilder();
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        PrintStream captured = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(captured);
        System.setErr(captured);
        try {
            for (int i = 0; i < PER_PLACE; i++) {
                converse(
                        text(evidence.subList(i * 4, i * 4 + 4)),
                        names.get(i).text(),
                        questions.get(i).text(),
                        new Leaky(outputs.get(i).text(), toolFailures.get(i).text()),
                        providerFailures.get(i).text(),
                        out);
            }
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
        out.append(console.toString(StandardCharsets.UTF_8))
                .append(cache.values)
                .append(audit.recent(10_000));
        sessions.list("ann", 1_000).forEach(header -> out.append(header).append(sessions.find("ann", header.id())));

        assertThat(out.length()).isGreaterThan(1_000_000);
        assertThat(cache.values).isNotEmpty();
        assertThat(out).contains("[id=T1, name=leaky");
        assertThat(RedactionCorpus.leaks(all, out.toString())).isEmpty();
    }

    private void converse(
            String log, String name, String question, Tool tool, String providerFailure, StringBuilder out) {
        Recording provider = new Recording(providerFailure);
        Conversation conversation = Troubleshooter.builder()
                .model(provider, ModelSettings.of("cheap", "strong"))
                .tools(List.of(tool))
                .cache(cache, Duration.ofHours(1))
                .sessions(sessions)
                .audit(audit)
                .build()
                .converse("ann");
        conversation.add(LogSource.text(log, name));
        List<String> heard = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            Answer answer = conversation.ask(question, listener(heard), new Cancellation());
            conversation.feedback(
                    answer.diagnosis().hypotheses().isEmpty() ? noRank(conversation) : 1, turn == 0, question);
            report(answer, out);
        }
        provider.requests.forEach(request -> describe(request, out));
        out.append(heard).append(conversation.turns()).append(conversation.feedback());
    }

    /** Where there is no hypothesis there is nothing to give feedback on: one is made up by more evidence. */
    private static int noRank(Conversation conversation) {
        conversation.add(LogSource.text("ERROR: could not extend file: No space left on device\n", "more.log"));
        conversation.ask(null, AnswerListener.NONE, new Cancellation());
        return 1;
    }

    private static void report(Answer answer, StringBuilder out) {
        out.append(AnswerJson.write(answer));
        out.append(new JsonReport(true).render(answer.diagnosis()));
        out.append(new MarkdownReport().render(answer.diagnosis()));
        out.append(new HtmlReport().render(answer.diagnosis()));
        out.append(new PostmortemReport().render(answer.diagnosis()));
    }

    private static void describe(ModelRequest request, StringBuilder out) {
        out.append(request);
        request.messages().forEach(message -> message.parts().forEach(part -> out.append(words(part))));
        request.tools().forEach(tool -> out.append(tool.description().wording()));
    }

    private static String words(Part part) {
        if (part instanceof Part.Evidence evidence) {
            return evidence.wording();
        }
        if (part instanceof Part.ToolCall call) {
            return call.arguments().toString();
        }
        return part instanceof Part.ToolResult result ? result.output().toString() : "";
    }

    private static AnswerListener listener(List<String> heard) {
        return new AnswerListener() {
            @Override
            public void tool(io.troubleshooter.tool.ToolAnswer answer) {
                heard.add(answer.toString());
            }

            @Override
            public void statement(io.troubleshooter.talk.Statement statement) {
                heard.add(statement.toString());
            }
        };
    }

    /** Two tools in one: gives secrets, or fails with them. */
    private record Leaky(String output, String failure) implements Tool {

        @Override
        public ToolSpec spec() {
            Part.Instructions words = new Part.Instructions(Prompts.builtIn().resource("part/triage.schema.json"));
            return new ToolSpec("leaky", words, words);
        }

        @Override
        public ToolOutput call(JsonNode arguments, ToolScene scene) {
            return switch (arguments.path("difficulty").asText()) {
                case "easy" -> new ToolOutput(output, output);
                case "hard" -> throw new ToolException(failure);
                default -> throw new IllegalStateException(failure);
            };
        }
    }

    /** Replies well, then fails with secrets in its message; keeps what it was asked. */
    private static final class Recording implements ModelProvider {
        private final ReplayProvider replies = new ReplayProvider(List.of(
                Scripts.reply(
                        "triage",
                        new ReplyPart.Call(
                                "t",
                                "triage",
                                Scripts.triageJson(
                                        "incident", "hard", "leaky", arguments("easy"), "leaky", arguments("hard")))),
                Scripts.reply(
                        "explain",
                        new ReplyPart.Call("a", "leaky", arguments("easy")),
                        new ReplyPart.Call("b", "leaky", arguments("other"))),
                answer(),
                answer()));
        private final String failure;
        private final List<ModelRequest> requests = new ArrayList<>();
        private int calls;

        Recording(String failure) {
            this.failure = failure;
        }

        private static String arguments(String difficulty) {
            return Scripts.triageJson("incident", difficulty);
        }

        private static RecordedReply answer() {
            return Scripts.answer()
                    .says("Something failed.", "S1:1 nothing of this kind")
                    .says("It says so.")
                    .reply();
        }

        @Override
        public String id() {
            return "recording";
        }

        @Override
        public ModelCard card(String model) {
            return replies.card(model);
        }

        @Override
        public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
            requests.add(request);
            calls++;
            if (calls == 5) {
                throw new ModelException.Unavailable(failure, failure, null, TokenUsage.NONE);
            }
            if (calls > 5) {
                throw new IllegalStateException(failure);
            }
            return replies.ask(request, sink, limits);
        }
    }

    private static final class KeepingCache implements AnswerCache {
        private final List<String> values = new ArrayList<>();

        @Override
        public Lookup get(String key, Duration timeToLive, Supplier<@Nullable String> make) {
            String value = make.get();
            values.add(key + value);
            return new Lookup(value, false);
        }

        @Override
        public void clear() {}

        @Override
        public Status status() {
            return new Status(0, 0, 0, 0);
        }
    }
}
