package io.troubleshooter.tool;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tool calls of one turn, under its limits. Not thread-safe. */
public final class ToolRun {

    private static final int MAX_SHOWN = 500;
    private static final int LEAST_ROOM = 200;

    private final List<Tool> tools;
    private final ToolLimits limits;
    private final ToolScene scene;
    private final RedactionSession redaction;
    private Evidence evidence;
    private int nextId;
    private int calls;
    private int bytes;

    ToolRun(List<Tool> tools, ToolLimits limits, ToolScene scene, RedactionSession redaction, int firstId) {
        this.tools = tools;
        this.limits = limits;
        this.scene = scene;
        this.redaction = redaction;
        this.evidence = scene.evidence();
        this.nextId = firstId;
    }

    /** Calls a tool; whatever goes wrong becomes an answer that says so. */
    public ToolAnswer call(String name, String argumentsJson) {
        long start = System.nanoTime();
        Tool tool = find(name);
        String known = tool == null ? "unknown" : tool.spec().name();
        RedactedText asked = shown(argumentsJson);
        try {
            ToolOutput output = look(tool, argumentsJson);
            return answer(known, asked, output, start);
        } catch (ToolException refused) {
            return failed(known, asked, String.valueOf(refused.getMessage()), start);
        } catch (RuntimeException | StackOverflowError broken) {
            return failed(known, asked, "The tool failed inside; the same call will fail again.", start);
        }
    }

    /** The evidence, with the outputs of this turn as further sources. */
    public Evidence evidence() {
        return evidence;
    }

    /** The number that the next output will have. */
    public int nextId() {
        return nextId;
    }

    private @Nullable Tool find(String name) {
        for (Tool tool : tools) {
            if (tool.spec().name().equals(name)) {
                return tool;
            }
        }
        return null;
    }

    private ToolOutput look(@Nullable Tool tool, String argumentsJson) {
        if (++calls > limits.calls()) {
            throw new ToolException("No more than " + limits.calls() + " calls in a turn: answer with what there is.");
        }
        if (room() < LEAST_ROOM) {
            throw new ToolException("The outputs of this turn are used up: answer with what there is.");
        }
        if (tool == null) {
            List<String> names = tools.stream().map(each -> each.spec().name()).toList();
            throw new ToolException("There is no such tool. There are: " + String.join(", ", names) + ".");
        }
        Duration time = least(limits.callTime(), scene.left());
        ToolScene now = new ToolScene(scene.frame(), evidence, scene.rules(), time);
        return tool.call(ToolArguments.read(argumentsJson, tool.spec()), now);
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private int room() {
        return Math.min(limits.outputBytes(), limits.totalBytes() - bytes);
    }

    private ToolAnswer answer(String name, RedactedText asked, ToolOutput output, long start) {
        RedactedText all = redaction.redact(OutputText.clean(output.text()));
        RedactedText text = CutText.atLine(all, room());
        RedactedText more = redaction.redact(OutputText.clean(more(output.more(), all, text)));
        bytes += text.length() + more.length();
        if (text.isEmpty()) {
            return new ToolAnswer("", name, asked, more, false, 0, millis(start));
        }
        String id = "T" + nextId++;
        evidence = evidence.with(id, text);
        RedactedText shown = more.isEmpty()
                ? text
                : text.joiner().append(text).append(Mark.NEWLINE).append(more).join();
        return new ToolAnswer(id, name, asked, shown, false, (int) evidence.lines(id), millis(start));
    }

    private static String more(String more, RedactedText all, RedactedText shown) {
        String said = shown.length() < all.length()
                ? more + "\n(the output was cut here: ask for fewer lines, or for a narrower part)"
                : more;
        return said.isBlank() && all.isEmpty() ? "(nothing was found)" : said.strip();
    }

    private ToolAnswer failed(String name, RedactedText asked, String why, long start) {
        return new ToolAnswer("", name, asked, shown(why), true, 1, millis(start));
    }

    private RedactedText shown(String text) {
        String start = text.length() <= 8 * MAX_SHOWN ? text : text.substring(0, 8 * MAX_SHOWN);
        return CutText.at(redaction.redact(OutputText.clean(start)), MAX_SHOWN);
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
