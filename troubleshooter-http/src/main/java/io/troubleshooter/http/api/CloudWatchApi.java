package io.troubleshooter.http.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.logs.AllowedGroups;
import io.troubleshooter.http.logs.LogGroups;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import java.util.List;

/** The log groups of which evidence may be asked for. */
public final class CloudWatchApi {

    private static final int MOST = 200;
    private static final int LONGEST = 512;

    private final LogGroups groups;

    public CloudWatchApi(LogGroups groups) {
        this.groups = groups;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/cloudwatch/groups", "listLogGroups", Access.ANALYST, this::list));
    }

    private void list(Exchange exchange) {
        String match = exchange.query("match", "");
        if (match.length() > LONGEST) {
            throw ProblemException.invalid("?match", "match has at most " + LONGEST + " characters.");
        }
        AllowedGroups.Names names = groups.names(match, MOST);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("more", names.more());
        names.names().forEach(json.putArray("groups")::add);
        exchange.answer(json);
    }
}
