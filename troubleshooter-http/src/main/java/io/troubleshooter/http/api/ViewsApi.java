package io.troubleshooter.http.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Handler;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.view.DiagnosisView;
import io.troubleshooter.http.view.EntitiesView;
import io.troubleshooter.http.view.GroupsView;
import io.troubleshooter.http.view.LinesView;
import io.troubleshooter.http.view.Marks;
import io.troubleshooter.http.view.OutlineView;
import io.troubleshooter.http.view.RedactionsView;
import io.troubleshooter.http.view.ReportView;
import io.troubleshooter.http.view.SearchView;
import io.troubleshooter.http.view.Snapshot;
import io.troubleshooter.http.view.TimelineView;
import io.troubleshooter.http.view.Views;
import java.util.List;

/** What a session shows of its evidence and of what is held to have happened. */
public final class ViewsApi {

    private static final int MAX_PAGE = 200;
    private static final int PAGE = 50;

    private final Workspaces workspaces;
    private final Marks marks;
    private final GroupsView groups;
    private final LinesView lines;
    private final OutlineView outline;
    private final RedactionsView redactions;

    public ViewsApi(Workspaces workspaces, Views views, Marks marks) {
        this.marks = marks;
        this.workspaces = workspaces;
        this.groups = new GroupsView(views);
        this.lines = new LinesView(views);
        this.outline = new OutlineView(views);
        this.redactions = new RedactionsView(views);
    }

    public List<Route> routes() {
        return List.of(
                view("diagnosis", "diagnosis", this::diagnosis),
                view("groups", "groups", this::groups),
                view("timeline", "timeline", this::timeline),
                view("entities", "entities", this::entities),
                view("lines", "lines", this::lines),
                view("outline", "outline", this::outline),
                view("search", "search", this::search),
                view("report", "report", this::report),
                view("redactions", "redactions", exchange -> exchange.answer(redactions.json(snapshot(exchange)))));
    }

    private static Route view(String name, String operation, Handler handler) {
        return Route.get(RouteTable.SESSION + "/" + name, operation, Access.VIEWER, handler);
    }

    private Snapshot snapshot(Exchange exchange) {
        return Snapshot.of(workspace(exchange).conversation());
    }

    private Workspace workspace(Exchange exchange) {
        return workspaces.open(exchange.caller(), exchange.session(), Right.READ);
    }

    private void timeline(Exchange exchange) {
        Workspace workspace = workspace(exchange);
        boolean linked = exchange.caller().session() != null; // who sees one session sees nothing else of its project
        List<Marks.Mark> reported = linked ? List.of() : marks.of(workspace);
        exchange.answer(TimelineView.json(Snapshot.of(workspace.conversation()), reported));
    }

    private void diagnosis(Exchange exchange) throws JsonProcessingException {
        exchange.answer(DiagnosisView.json(snapshot(exchange)));
    }

    private void groups(Exchange exchange) {
        exchange.answer(
                groups.json(snapshot(exchange), exchange.query("level"), exchange.query("cursor"), page(exchange)));
    }

    private void entities(Exchange exchange) {
        exchange.answer(EntitiesView.json(snapshot(exchange), exchange.query("kind")));
    }

    private void lines(Exchange exchange) {
        long from = exchange.number("from", 1, 1, Long.MAX_VALUE / 2);
        long to = exchange.number("to", from + LinesView.MAX - 1, from, Long.MAX_VALUE / 2);
        if (to - from >= LinesView.MAX) {
            throw ProblemException.invalid("?to", "At most " + LinesView.MAX + " lines at once.");
        }
        long context = exchange.number("context", 0, 0, LinesView.MAX);
        exchange.answer(lines.json(snapshot(exchange), source(exchange), Math.max(1, from - context), to + context));
    }

    private void outline(Exchange exchange) {
        exchange.answer(outline.json(snapshot(exchange), source(exchange)));
    }

    private void search(Exchange exchange) {
        SearchView.Request request = new SearchView.Request(
                exchange.query("q"),
                exchange.flag("regex"),
                exchange.query("source"),
                exchange.query("level"),
                exchange.query("from"),
                exchange.query("to"));
        exchange.answer(SearchView.json(snapshot(exchange), request, exchange.query("cursor"), page(exchange)));
    }

    private void report(Exchange exchange) {
        ReportView report = ReportView.of(snapshot(exchange), exchange.session(), exchange.query("format", "markdown"));
        exchange.context().header("Content-Disposition", "attachment; filename=\"" + report.fileName() + "\"");
        exchange.context().header("Content-Security-Policy", ReportView.CONTENT_SECURITY_POLICY);
        exchange.answer(report.contentType(), report.text());
    }

    private static String source(Exchange exchange) {
        return exchange.query("source", "S1");
    }

    private static int page(Exchange exchange) {
        return (int) exchange.number("limit", PAGE, 1, MAX_PAGE);
    }
}
