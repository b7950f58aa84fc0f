package io.troubleshooter.http.logs;

import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.aws.cloudwatch.FetchRequest;
import io.troubleshooter.aws.cloudwatch.LogEvents;
import io.troubleshooter.aws.cloudwatch.QueryRequest;
import io.troubleshooter.aws.cloudwatch.QueryResult;
import io.troubleshooter.aws.cloudwatch.SearchQuery;
import io.troubleshooter.model.Cancellation;
import java.io.IOException;
import java.util.List;

/** Does what a form asks for: events of one group, or one query over several. */
record Gathering(CloudWatchLogs logs, LogsForm form, Cancellation cancellation) {

    Gathered into(Keeper keeper) throws IOException {
        return form.scans() ? query(keeper) : fetch(keeper);
    }

    /** The newest that the limits let through, in order of time. */
    private Gathered fetch(Keeper keeper) throws IOException {
        FetchRequest request = new FetchRequest(
                form.groups().get(0), form.streams(), form.streamPrefix(), form.window(), form.filter(), true);
        LogEvents events = logs.fetch(
                request, form.limit(), logs.limits().calls(), logs.limits().time(), cancellation);
        keeper.keep(events.name(), events.text());
        return new Gathered(form.window(), events.count(), null, events.notes());
    }

    private Gathered query(Keeper keeper) throws IOException {
        QueryRequest request = new QueryRequest(form.groups(), words(), form.window(), form.limit());
        QueryResult result = logs.query(request, cancellation);
        new RowTexts(result).giveTo(keeper);
        return new Gathered(form.window(), result.rows().size(), result.cost(), result.notes());
    }

    private String words() {
        String query = form.query();
        if (query != null) {
            return query;
        }
        String filter = form.filter();
        return SearchQuery.events(filter == null ? List.of() : List.of(filter));
    }
}
