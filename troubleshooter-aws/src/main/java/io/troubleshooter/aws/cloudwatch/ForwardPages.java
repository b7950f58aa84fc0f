package io.troubleshooter.aws.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** FilterLogEvents, page by page, oldest first. A page may be empty and yet not the last: only the token tells. */
final class ForwardPages implements Batches {

    static final String ACTION = "FilterLogEvents";
    private static final int PAGE = 10_000;

    private final Clients clients;
    private final Operation operation;
    private final FetchRequest request;
    private final int page;
    private @Nullable String token;
    private boolean ended;

    /** @param most events that are wanted: no page is longer */
    ForwardPages(Clients clients, Operation operation, FetchRequest request, int most) {
        this.clients = clients;
        this.operation = operation;
        this.request = request;
        this.page = Math.min(PAGE, most);
    }

    @Override
    public @Nullable List<LogEvent> next() {
        if (ended) {
            return null;
        }
        FilterLogEventsResponse response =
                operation.call(ACTION, timing -> clients.plain().filterLogEvents(request(timing)));
        String following = response.nextToken();
        ended = following == null || following.isEmpty();
        token = following;
        List<LogEvent> events = new ArrayList<>(response.events().size());
        response.events().forEach(event -> events.add(event(event)));
        return events;
    }

    private FilterLogEventsRequest request(AwsRequestOverrideConfiguration timing) {
        FilterLogEventsRequest.Builder builder = FilterLogEventsRequest.builder()
                .overrideConfiguration(timing)
                .startTime(request.window().from().toEpochMilli())
                .endTime(request.window().to().toEpochMilli())
                .filterPattern(request.filter())
                .limit(page)
                .nextToken(token);
        if (request.group().startsWith("arn:")) {
            builder.logGroupIdentifier(request.group());
        } else {
            builder.logGroupName(request.group());
        }
        if (!request.streams().isEmpty()) {
            builder.logStreamNames(request.streams());
        }
        return builder.logStreamNamePrefix(request.streamPrefix()).build();
    }

    private LogEvent event(FilteredLogEvent event) {
        long time = event.timestamp() == null ? 0 : event.timestamp();
        String stream = event.logStreamName() == null ? "" : event.logStreamName();
        String message = event.message() == null ? "" : event.message();
        return new LogEvent(request.group(), stream, Instant.ofEpochMilli(time), message);
    }
}
