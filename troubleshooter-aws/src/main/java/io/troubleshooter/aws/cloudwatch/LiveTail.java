package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.model.Cancellation;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.SessionTimeoutException;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseHandler;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseStream;

/** A session of live tail. Few updates are asked for ahead; what nobody takes the service leaves out, not we. */
final class LiveTail implements Subscriber<StartLiveTailResponseStream> {

    private static final int AHEAD = 10;
    private static final int LOOK_MILLIS = 100;

    private final CloudWatchLogsAsyncClient client;
    private final List<String> arns;
    private final @Nullable String filter;
    private final BlockingQueue<StartLiveTailResponseStream> arrived = new ArrayBlockingQueue<>(2 * AHEAD);
    private volatile @Nullable Subscription subscription;

    LiveTail(CloudWatchLogsAsyncClient client, List<String> arns, @Nullable String filter) {
        this.client = client;
        this.arns = arns;
        this.filter = filter;
    }

    String run(TailListener listener, Cancellation cancellation) {
        CompletableFuture<Void> session = client.startLiveTail(
                StartLiveTailRequest.builder()
                        .logGroupIdentifiers(arns)
                        .logEventFilterPattern(filter)
                        .build(),
                StartLiveTailResponseHandler.builder()
                        .onEventStream(publisher -> publisher.subscribe(this))
                        .build());
        try {
            while (!cancellation.isCancelled() && (!session.isDone() || !arrived.isEmpty())) {
                show(arrived.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS), listener);
            }
            return cancellation.isCancelled() ? "Ended on request." : ended(session);
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
            return "Ended on request.";
        } finally {
            end(session);
        }
    }

    private void end(CompletableFuture<Void> session) {
        Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
        session.cancel(true);
    }

    private static String ended(CompletableFuture<Void> session) {
        try {
            session.join();
            return "The session ended: CloudWatch Logs ends each after three hours at most.";
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof SessionTimeoutException) {
                return "The session ended after three hours, as CloudWatch Logs ends each.";
            }
            if (failed.getCause() instanceof SdkException refused) {
                throw Failures.of("StartLiveTail", refused);
            }
            throw Failures.unreadable("Live tail broke off.", "Start it again.");
        }
    }

    private void show(@Nullable StartLiveTailResponseStream part, TailListener listener) {
        if (part instanceof LiveTailSessionStart) {
            listener.started();
        } else if (part instanceof LiveTailSessionUpdate update
                && !update.sessionResults().isEmpty()) {
            boolean sampled = update.sessionMetadata() != null
                    && Boolean.TRUE.equals(update.sessionMetadata().sampled());
            listener.events(
                    update.sessionResults().stream().map(LiveTail::event).toList(), sampled);
        }
        Subscription open = subscription;
        if (part != null && open != null) {
            open.request(1);
        }
    }

    private static LogEvent event(LiveTailSessionLogEvent event) {
        String group = String.valueOf(event.logGroupIdentifier());
        return new LogEvent(
                group.substring(group.lastIndexOf(':') + 1),
                String.valueOf(event.logStreamName()),
                Instant.ofEpochMilli(event.timestamp() == null ? 0 : event.timestamp()),
                event.message() == null ? "" : event.message());
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(AHEAD);
    }

    /** There is room: no more are asked for than were taken. */
    @Override
    public void onNext(StartLiveTailResponseStream part) {
        arrived.offer(part);
    }

    @Override
    public void onError(Throwable failed) {}

    @Override
    public void onComplete() {}
}
