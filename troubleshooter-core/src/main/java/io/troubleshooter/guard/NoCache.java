package io.troubleshooter.guard;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class NoCache implements AnswerCache {

    @Override
    public Lookup get(String key, Duration timeToLive, Supplier<@Nullable String> make) {
        return new Lookup(make.get(), false);
    }

    @Override
    public void clear() {}

    @Override
    public Status status() {
        return new Status(0, 0, 0, 0);
    }
}
