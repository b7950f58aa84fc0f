package io.troubleshooter.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.guard.InMemoryAnswerCache;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelReply.Stop;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.text.LineRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times whole turns with a model that answers at once: what is left is our own code. A turn has a question, a triage with
 * two looks, a round with two more, and an answer of four paragraphs and three causes whose citations are checked, with
 * budget and cache. The evidence is framed before.
 *
 * <p>Usage: {@code TurnOverhead LINES CONVERSATIONS}
 */
public final class TurnOverhead {

    private static final int TURNS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private TurnOverhead() {}

    /**
     * Prints median, p95 and maximum in milliseconds, of the clock and of the thread's time on a processor, which says
     * more on a busy machine; the first half of the conversations only warms up.
     */
    public static void main(String[] args) throws IOException {
        int lines = Integer.parseInt(args[0]);
        int conversations = Integer.parseInt(args[1]);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new LogGenerator(1, false).write(lines, log);
        String text = log.toString(StandardCharsets.UTF_8);
        List<Took> took = new ArrayList<>();
        for (int i = 0; i < conversations; i++) {
            List<Took> of = conversation(text);
            if (i >= conversations / 2) {
                took.addAll(of);
            }
        }
        print(lines, "clock", took.stream().mapToLong(Took::clock).sorted().toArray());
        print(
                lines,
                "processor",
                took.stream().mapToLong(Took::processor).sorted().toArray());
    }

    /** Nanoseconds of one turn. */
    private record Took(long clock, long processor) {}

    private static List<Took> conversation(String log) {
        Troubleshooter reader = Troubleshooter.create();
        Conversation probe = reader.converse();
        probe.add(LogSource.text(log, "mixed.log"));
        Conversation conversation = Troubleshooter.builder()
                .model(new ReplayProvider(script(probe.file().evidence())), ModelSettings.of("cheap", "strong"))
                .budgets(new InMemoryBudgets(1_000_000_000, Clock.systemUTC()))
                .cache(new InMemoryAnswerCache(64 << 20, Clock.systemUTC()), Duration.ofHours(1))
                .build()
                .converse("bench");
        conversation.add(LogSource.text(log, "mixed.log"));
        conversation.file();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Took> took = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            long startProcessor = threads.getCurrentThreadCpuTime();
            Answer answer = conversation.ask(
                    "what is the sequence of failures " + turn + "?", AnswerListener.NONE, new Cancellation());
            took.add(new Took(System.nanoTime() - start, threads.getCurrentThreadCpuTime() - startProcessor));
            check(answer);
        }
        return took;
    }

    private static void check(Answer answer) {
        if (!answer.diagnosis().producedBy().analyst().equals("model")
                || answer.citations().standing() == 0
                || answer.tools().stream().noneMatch(tool -> !tool.failed())) {
            throw new IllegalStateException("no such turn as was to be timed: " + answer.notes());
        }
    }

    private static List<RecordedReply> script(Evidence evidence) {
        String answer = answer(evidence);
        List<RecordedReply> script = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            script.add(reply("triage", call("triage", triage())));
            script.add(reply(
                    "explain",
                    call("search", "{\"text\":\"timeout\"}"),
                    call("read_lines", "{\"source\":\"S1\",\"first\":100,\"last\":120}")));
            script.add(reply("explain", call("answer", answer)));
        }
        return script;
    }

    private static RecordedReply reply(String stage, ReplyPart... parts) {
        return new RecordedReply(stage, null, 1, List.of(parts), Stop.TOOL_CALL, null, Duration.ZERO, null);
    }

    private static ReplyPart call(String tool, String arguments) {
        return new ReplyPart.Call("c", tool, arguments);
    }

    private static String triage() {
        ObjectNode triage = JSON.createObjectNode().put("scope", "incident").put("difficulty", "hard");
        ArrayNode calls = triage.putArray("calls");
        calls.addObject().put("tool", "search").put("arguments", "{\"text\":\"connection\"}");
        calls.addObject().put("tool", "list_groups").put("arguments", "{}");
        return triage.toString();
    }

    private static String answer(Evidence evidence) {
        ObjectNode answer = JSON.createObjectNode().put("scope", "incident");
        ArrayNode statements = answer.putArray("statements");
        for (int i = 0; i < 4; i++) {
            ObjectNode statement = statements.addObject().put("text", "Something failed here, and that came first.");
            cite(statement.putArray("citations"), evidence, 1_000L * i + 7, 1_500L * i + 11);
        }
        answer.put("verdict", "incident");
        ArrayNode hypotheses = answer.putArray("hypotheses");
        for (int i = 0; i < 3; i++) {
            ObjectNode cause = hypotheses
                    .addObject()
                    .put("cause", "bench/cause-" + (char) ('a' + i))
                    .put("title", "A cause of the generator")
                    .put("explanation", "It stands in the lines cited.")
                    .put("confidence", 0.5)
                    .put("relation", "new")
                    .put("of", "");
            cite(cause.putArray("citations"), evidence, 2_000L * i + 13, 2_100L * i + 17);
            cause.putArray("fixes").addObject().put("action", "Look at it").put("command", "kubectl get pod app-" + i);
            cause.putArray("nextChecks").addObject().put("check", "See").put("command", "systemctl status unit-" + i);
        }
        answer.putArray("gaps").add("What came before.");
        return answer.toString();
    }

    private static void cite(ArrayNode to, Evidence evidence, long... lines) {
        for (long line : lines) {
            String text = String.valueOf(evidence.text(LineRef.of("S1", line)));
            to.addObject()
                    .put("source", "S1")
                    .put("first", line)
                    .put("last", line)
                    .put("quote", text.substring(0, Math.min(60, text.length())));
        }
    }

    private static void print(int lines, String what, long[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "%d turns on %d lines, %s: median %.1f ms, p95 %.1f ms, max %.1f ms%n",
                sorted.length,
                lines,
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) Math.ceil(sorted.length * 0.95) - 1] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
