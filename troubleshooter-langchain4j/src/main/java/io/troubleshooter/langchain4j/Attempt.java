package io.troubleshooter.langchain4j;

import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;

/** One way to make a call; it may be made several times. */
interface Attempt {

    /**
     * Makes it.
     *
     * @param begun {@link System#nanoTime} of the first attempt
     */
    ModelReply make(ModelRequest request, CallLimits limits, Deadline deadline, long begun);

    /** Whether a piece of the reply has been passed on, so that it cannot begin anew. */
    boolean hasShown();
}
