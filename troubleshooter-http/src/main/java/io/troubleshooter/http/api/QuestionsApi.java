package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Cursor;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Models;
import io.troubleshooter.http.work.Question;
import io.troubleshooter.http.work.Questions;
import io.troubleshooter.http.work.Streams;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions to a session: accepted at once, answered in turn, watched or polled. */
public final class QuestionsApi {

    private static final String ALL = RouteTable.SESSION + "/questions";
    private static final String ONE = ALL + "/{question}";

    private final Workspaces workspaces;
    private final Questions questions;
    private final Streams streams;
    private final Models models;

    public QuestionsApi(Workspaces workspaces, Questions questions, Streams streams, Models models) {
        this.workspaces = workspaces;
        this.questions = questions;
        this.streams = streams;
        this.models = models;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ALL, "ask", Access.ANALYST, this::ask).with(Route.Trait.SPENDS),
                Route.get(ALL, "listQuestions", Access.VIEWER, this::list),
                Route.get(ONE, "getQuestion", Access.VIEWER, this::get),
                Route.get(ONE + "/events", "watchQuestion", Access.VIEWER, this::watch)
                        .with(Route.Trait.STREAM),
                Route.delete(ONE, "cancelQuestion", Access.ANALYST, this::cancel));
    }

    private void ask(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.CONTRIBUTE);
        JsonNode body = exchange.json();
        Question question =
                questions.ask(exchange.caller(), workspace, text(body.path("question")), model(body.path("provider")));
        accepted(exchange, workspace, question);
    }

    private static @Nullable String text(JsonNode question) {
        if (question.isMissingNode() || question.isNull()) {
            return null;
        }
        if (!question.isTextual()) {
            throw ProblemException.invalid("/question", "A question is text.");
        }
        return QuestionText.checked(question.textValue(), "/question");
    }

    private boolean model(JsonNode provider) {
        if (provider.isMissingNode() || provider.isNull()) {
            return models.available();
        }
        return switch (provider.asText()) {
            case "offline" -> false;
            case "model" -> models.wanted("/provider");
            default -> throw ProblemException.invalid("/provider", "The provider is offline or model.");
        };
    }

    private void accepted(Exchange exchange, Workspace workspace, Question question) {
        exchange.context().header("Location", "/v1/sessions/" + workspace.id() + "/questions/" + question.id());
        exchange.answer(202, questions.view(workspace, question));
    }

    private void list(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.READ);
        int limit = (int) exchange.number("limit", 50, 1, 200);
        int after = (int) Math.min(Integer.MAX_VALUE, Cursor.readNumber(exchange, 0));
        List<Question> page = questions.list(workspace, after, limit + 1);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode all = json.putArray("questions");
        page.stream().limit(limit).forEach(each -> all.add(questions.view(workspace, each)));
        json.put(
                "next",
                page.size() > limit
                        ? Cursor.of(Integer.toString(page.get(limit - 1).number()))
                        : null);
        exchange.answer(json);
    }

    private void get(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.READ);
        exchange.answer(questions.view(workspace, questions.find(workspace, exchange.path("question"))));
    }

    private void watch(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.READ);
        streams.follow(exchange, workspace, exchange.path("question"));
    }

    private void cancel(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.CONTRIBUTE);
        accepted(exchange, workspace, questions.cancel(workspace, exchange.path("question")));
    }
}
