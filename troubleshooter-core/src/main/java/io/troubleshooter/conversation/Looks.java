package io.troubleshooter.conversation;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.tool.ToolAnswer;
import io.troubleshooter.tool.ToolRun;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tool calls of a turn: made through the one gate, shown as they come, told to the model. Not thread-safe. */
final class Looks {

    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int ARGUMENTS = 4_000;

    private final ToolRun run;
    private final List<ToolSpec> specs;
    private final RedactionSession redaction;
    private final AnswerListener listener;
    private final List<ToolAnswer> answers = new ArrayList<>();
    private Runnable goOn = () -> {};
    private int calls;

    Looks(ToolRun run, List<ToolSpec> specs, RedactionSession redaction, AnswerListener listener) {
        this.run = run;
        this.specs = specs;
        this.redaction = redaction;
        this.listener = listener;
    }

    /** @param check fails where no further look may be taken */
    void onlyWhile(Runnable check) {
        goOn = check;
    }

    ToolAnswer look(String tool, String arguments) {
        goOn.run();
        if (answers.isEmpty()) {
            listener.stage("tools");
        }
        ToolAnswer answer = run.call(tool, arguments);
        answers.add(answer);
        listener.tool(answer);
        return answer;
    }

    /**
     * Makes the calls of a reply.
     *
     * @param said receives the model's side, to be sent back
     * @param heard receives what they gave
     */
    void look(List<ReplyPart.Call> asked, List<Part> said, List<Part> heard) {
        for (ReplyPart.Call call : asked) {
            calls++;
            String id = PLAIN_ID.matcher(call.id()).matches() ? call.id() : "call-" + calls;
            ToolAnswer answer = look(call.name(), call.arguments());
            said.add(new Part.ToolCall(id, known(call.name()), redacted(call.arguments())));
            heard.add(new Part.ToolResult(id, headed(answer), answer.failed()));
        }
    }

    /** A name that no tool has is the model's own invention, and may be anything. */
    private String known(String name) {
        return specs.stream().anyMatch(spec -> spec.name().equals(name)) ? name : "unknown-tool";
    }

    private RedactedText redacted(String arguments) {
        return redaction.redact(arguments.length() <= ARGUMENTS ? arguments : "{}");
    }

    private RedactedText headed(ToolAnswer answer) {
        if (answer.id().isEmpty()) {
            return answer.output();
        }
        RedactedText heading = redaction.redact(answer.id() + ", lines from 1:");
        return heading.joiner()
                .append(heading)
                .append(Mark.NEWLINE)
                .append(answer.output())
                .join();
    }

    List<ToolAnswer> answers() {
        return List.copyOf(answers);
    }

    Evidence evidence() {
        return run.evidence();
    }
}
