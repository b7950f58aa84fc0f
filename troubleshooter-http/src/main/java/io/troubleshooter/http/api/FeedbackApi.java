package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.view.Comments;
import io.troubleshooter.http.view.Verdicts;
import java.util.List;

/** What people say of hypotheses, and write beside lines. */
public final class FeedbackApi {

    private static final String FEEDBACK = RouteTable.SESSION + "/feedback";
    private static final String COMMENTS = RouteTable.SESSION + "/comments";

    private final Workspaces workspaces;
    private final Verdicts verdicts;
    private final Comments comments;

    public FeedbackApi(Workspaces workspaces, Verdicts verdicts, Comments comments) {
        this.workspaces = workspaces;
        this.verdicts = verdicts;
        this.comments = comments;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(FEEDBACK, "giveFeedback", Access.ANALYST, this::give),
                Route.get(FEEDBACK, "feedback", Access.VIEWER, this::feedback),
                Route.delete(FEEDBACK + "/{feedback}", "undoFeedback", Access.ANALYST, this::undo),
                Route.post(COMMENTS, "comment", Access.ANALYST, this::comment),
                Route.get(COMMENTS, "comments", Access.VIEWER, this::comments),
                Route.delete(COMMENTS + "/{comment}", "deleteComment", Access.ANALYST, this::deleteComment),
                Route.get("/v1/admin/feedback", "exportFeedback", Access.ADMIN, this::export));
    }

    private Workspace open(Exchange exchange, Right right) {
        return workspaces.open(exchange.caller(), exchange.session(), right);
    }

    private void give(Exchange exchange) {
        Workspace workspace = open(exchange, Right.CONTRIBUTE);
        created(exchange, workspace, "feedback", verdicts.add(workspace, exchange.caller(), exchange.json()));
    }

    private void comment(Exchange exchange) {
        Workspace workspace = open(exchange, Right.CONTRIBUTE);
        created(exchange, workspace, "comments", comments.add(workspace, exchange.caller(), exchange.json()));
    }

    private static void created(Exchange exchange, Workspace workspace, String kind, ObjectNode entry) {
        String id = entry.path("id").asText();
        exchange.created("/v1/sessions/" + workspace.id() + "/" + kind + "/" + id, entry);
    }

    private void feedback(Exchange exchange) {
        exchange.answer(verdicts.list(open(exchange, Right.READ)));
    }

    private void undo(Exchange exchange) {
        verdicts.undo(open(exchange, Right.CONTRIBUTE), exchange.caller(), exchange.path("feedback"));
        exchange.nothing();
    }

    private void comments(Exchange exchange) {
        int limit = (int) exchange.number("limit", 50, 1, 200);
        exchange.answer(comments.list(open(exchange, Right.READ), exchange.query("cursor"), limit));
    }

    private void deleteComment(Exchange exchange) {
        comments.delete(open(exchange, Right.CONTRIBUTE), exchange.caller(), exchange.path("comment"));
        exchange.nothing();
    }

    private void export(Exchange exchange) {
        int limit = (int) exchange.number("limit", 50, 1, 200);
        exchange.answer(verdicts.export(exchange.caller().project(), exchange.query("cursor"), limit));
    }
}
