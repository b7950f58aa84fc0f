package io.troubleshooter.aws.cloudwatch;

import java.util.List;

/** Sees events as they arrive; called by the thread that asked. */
public interface TailListener {

    /** The session has begun: what arrives from now on is seen. */
    default void started() {}

    /**
     * Sees what has arrived.
     *
     * @param sampled whether more arrived than is shown: above 500 a second the service leaves some out
     */
    void events(List<LogEvent> events, boolean sampled);
}
