package io.troubleshooter.aws.cloudwatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as they come, some at a time. */
interface Batches {

    /**
     * The next events; perhaps none, though more may follow. Null at the end.
     *
     * @throws Stopped if it cannot go on
     */
    @Nullable
    List<LogEvent> next();
}
