package io.troubleshooter.lambda;

import java.time.Duration;

/** What becomes of work that an invocation has begun and not ended: Lambda stops the process once all have said they are done. */
interface Rest {

    /**
     * An invocation is about to be answered, or has failed.
     *
     * @param left until Lambda ends the invocation by force
     */
    void after(String requestId, Duration left) throws InterruptedException;
}
