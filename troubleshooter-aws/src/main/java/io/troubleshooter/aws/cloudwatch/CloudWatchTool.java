package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolException;
import io.troubleshooter.tool.ToolOutput;
import io.troubleshooter.tool.ToolScene;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A look at CloudWatch Logs; what it found is remembered for a while. */
final class CloudWatchTool implements Tool {

    private static final Duration LEAST_TIME = Duration.ofMillis(1);

    private final ToolSpec spec;
    private final Clock clock;
    private final ToolMemory memory;
    private final Look look;

    CloudWatchTool(ToolSpec spec, Clock clock, ToolMemory memory, Look look) {
        this.spec = spec;
        this.clock = clock;
        this.memory = memory;
        this.look = look;
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        ToolQuestion question = new ToolQuestion(arguments, clock);
        Duration left = scene.left().compareTo(LEAST_TIME) < 0 ? LEAST_TIME : scene.left();
        try {
            return arguments.has("from")
                    ? remembered(question, left)
                    : memory.recent(spec.name() + arguments, () -> look.at(question, left));
        } catch (TroubleshooterException failed) {
            throw ToolQuestion.refused(failed);
        } catch (Stopped stopped) {
            throw new ToolException("There was no time left to ask CloudWatch Logs.");
        }
    }

    /** By the moments that are meant: "an hour ago" is another one later. */
    private ToolOutput remembered(ToolQuestion question, Duration left) {
        TimeWindow window = question.window();
        Instant settled = clock.instant().minus(ToolMemory.SETTLES);
        String key = spec.name() + window + question.arguments();
        return window.to().isBefore(settled)
                ? memory.settled(key, () -> look.at(question, left))
                : memory.recent(key, () -> look.at(question, left));
    }
}
