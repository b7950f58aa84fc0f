package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.tool.ToolOutput;
import java.time.Duration;

/** What one tool does with a question. */
@FunctionalInterface
interface Look {

    /**
     * Looks.
     *
     * @param left time that it may take
     * @throws io.troubleshooter.error.TroubleshooterException if AWS refuses, or the limits do
     */
    ToolOutput at(ToolQuestion question, Duration left);
}
