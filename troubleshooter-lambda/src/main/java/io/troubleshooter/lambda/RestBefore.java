package io.troubleshooter.lambda;

import io.troubleshooter.http.Service;
import java.time.Duration;

/** Keeps the answer back until the work is done: slower for who asks, for where nothing can go on after an answer. */
record RestBefore(Service service, Duration patience) implements Rest {

    @Override
    public void after(String requestId, Duration left) throws InterruptedException {
        Duration most = left.compareTo(patience) < 0 ? left : patience;
        service.awaitIdle(most.isNegative() ? Duration.ZERO : most);
    }
}
