package io.troubleshooter.conversation;

import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import java.time.Duration;

class InMemorySessionsTest implements SessionStoreContract {

    @Override
    public SessionStore store(TickingClock clock, Duration timeToLive) {
        return new InMemorySessions(timeToLive, clock);
    }
}
