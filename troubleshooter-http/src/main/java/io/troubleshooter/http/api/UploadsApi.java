package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.intake.Delivery;
import io.troubleshooter.http.intake.DirectUploads;
import io.troubleshooter.http.intake.EvidenceAnswer;
import io.troubleshooter.http.intake.LargeBodies;
import io.troubleshooter.http.intake.Uploads;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Changes;
import java.util.List;

/**
 * Large evidence in two steps: a slot is asked for, then what was announced is sent to its address, once. Or in three: it
 * is sent past this service, which is then told so.
 */
public final class UploadsApi {

    private final Workspaces workspaces;
    private final Uploads uploads;
    private final EvidenceAnswer answer;
    private final Changes changes;
    private final LargeBodies large;
    private final Limits limits;

    public UploadsApi(
            Workspaces workspaces,
            Uploads uploads,
            EvidenceAnswer answer,
            Changes changes,
            LargeBodies large,
            Limits limits) {
        this.workspaces = workspaces;
        this.uploads = uploads;
        this.answer = answer;
        this.changes = changes;
        this.large = large;
        this.limits = limits;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(RouteTable.SESSION + "/uploads", "askForUpload", Access.ANALYST, this::ask)
                        .with(Route.Trait.SECRET),
                Route.put("/v1/uploads/{token}", "upload", Access.CAPABILITY, this::send),
                Route.post("/v1/uploads/{token}", "completeUpload", Access.CAPABILITY, this::complete));
    }

    private void ask(Exchange exchange) {
        Workspace workspace = workspaces.open(exchange.caller(), exchange.session(), Right.CONTRIBUTE);
        Uploads.Ticket ticket = uploads.ask(exchange.caller(), workspace, exchange.json());
        String url = "/v1/uploads/" + ticket.token();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", ticket.id())
                .put("url", url)
                .put("expires", ticket.expires().toString());
        json.put("maxSize", limits.upload().count());
        if (ticket.direct() != null) {
            json.set("direct", direct(ticket.direct()));
        }
        exchange.created(url, json);
    }

    private static ObjectNode direct(DirectUploads.Address address) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("method", "PUT").put("url", address.url().toString());
        json.put("expires", address.parcel().expires().toString());
        ObjectNode headers = json.putObject("headers");
        address.headers().forEach(headers::put);
        return json;
    }

    private void send(Exchange exchange) {
        take(exchange, Delivery.to(uploads, limits, large, exchange, exchange.path("token")));
    }

    private void complete(Exchange exchange) {
        take(exchange, Delivery.ofDirect(uploads, limits, large, exchange.path("token")));
    }

    private void take(Exchange exchange, Delivery given) {
        try (Delivery delivery = given) {
            Workspace workspace = workspaces.open(delivery.by(), delivery.session(), Right.CONTRIBUTE);
            delivery.admit();
            ObjectNode json = changes.run(
                    delivery.by(),
                    workspace,
                    (place, now) -> answer.read(delivery.by(), now, reader -> delivery.giveTo(place::sharing, reader)));
            exchange.created("/v1/sessions/" + workspace.id() + "/evidence", json);
        }
    }
}
