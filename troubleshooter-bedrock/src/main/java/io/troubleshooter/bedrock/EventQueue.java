package io.troubleshooter.bedrock;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;

/**
 * Brings the events of a stream to the thread that asked. Bounded, since no more events are asked of the stream than
 * have been taken out; so the thread of the network never waits.
 */
final class EventQueue implements Subscriber<ConverseStreamOutput> {

    private static final int AHEAD = 64;

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private @Nullable Subscription subscription;
    private boolean cancelled;

    /** What comes out. */
    sealed interface Signal {
        record Event(ConverseStreamOutput event) implements Signal {}

        /** The call is over; without a failure if that is null. */
        record Over(@Nullable Throwable failure) implements Signal {}
    }

    @Override
    public void onSubscribe(Subscription given) {
        boolean late;
        synchronized (this) {
            late = cancelled;
            subscription = given;
        }
        if (late) {
            given.cancel();
        } else {
            given.request(AHEAD);
        }
    }

    @Override
    public void onNext(ConverseStreamOutput event) {
        signals.add(new Signal.Event(event));
    }

    @Override
    public void onError(Throwable failure) {
        over(failure);
    }

    /** The call itself says when it is over, which is when all is known about its end. */
    @Override
    public void onComplete() {}

    void over(@Nullable Throwable failure) {
        signals.add(new Signal.Over(failure));
    }

    /** The next signal; null if none comes in time. */
    @Nullable
    Signal next(long nanos) throws InterruptedException {
        Signal signal = signals.poll(nanos, TimeUnit.NANOSECONDS);
        if (signal instanceof Signal.Event) {
            askForOne();
        }
        return signal;
    }

    private void askForOne() {
        Subscription current = current();
        if (current != null) {
            current.request(1);
        }
    }

    void cancel() {
        Subscription current;
        synchronized (this) {
            cancelled = true;
            current = subscription;
        }
        if (current != null) {
            current.cancel();
        }
    }

    private synchronized @Nullable Subscription current() {
        return subscription;
    }
}
