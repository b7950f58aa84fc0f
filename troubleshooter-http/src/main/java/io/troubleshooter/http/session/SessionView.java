package io.troubleshooter.http.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.SessionCard.Digest;
import io.troubleshooter.http.session.SessionCard.Link;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Sessions as the API shows them. Thread-safe. */
public final class SessionView {

    private final Cards cards;
    private final OpenSessions open;
    private final Retention retention;
    private final Clock clock;

    public SessionView(Cards cards, OpenSessions open, Retention retention, Clock clock) {
        this.cards = cards;
        this.open = open;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * An open session, as it is at this moment.
     *
     * @throws ProblemException if it has been removed
     */
    public ObjectNode of(Caller caller, Workspace workspace) {
        SessionCard card = cards.find(workspace.project(), workspace.id())
                .orElseThrow(() -> ProblemException.of(ProblemCode.SESSION_NOT_FOUND));
        Digest now = Digests.of(workspace.conversation(), card.digest(), clock.instant());
        return of(caller, card.knownAs(now));
    }

    /** A session as its card knows it. */
    ObjectNode of(Caller caller, SessionCard card) {
        Digest digest = card.digest();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", card.id());
        json.put("title", title(card));
        json.put("created", card.created().toString());
        json.put("updated", card.updated().toString());
        json.put("expires", retention.end(card).toString());
        json.put("state", open.isOpen(card.id()) ? "open" : "idle");
        json.put("owner", card.user());
        json.put("right", right(caller, card));
        json.set("shared", shared(caller, card));
        digest.sources().forEach(source -> json.withArray("sources").add(CardJson.write(source)));
        json.withArray("sources");
        json.put("verdict", digest.verdict());
        json.put("summary", digest.summary());
        json.put("redacted", digest.redacted());
        json.put("questions", digest.questions());
        json.put("origin", card.origin());
        return json;
    }

    private static String title(SessionCard card) {
        List<SessionCard.Source> sources = card.digest().sources();
        String named =
                card.title().isEmpty() && !sources.isEmpty() ? sources.get(0).name() : card.title();
        return Titles.shown(named);
    }

    private static String right(Caller caller, SessionCard card) {
        Right right = Rights.of(caller, card);
        return (right == null ? Right.READ : right).name().toLowerCase(Locale.ROOT);
    }

    /** Who else sees it; its links are the owner's business. */
    ObjectNode shared(Caller caller, SessionCard card) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Role role = card.share().role();
        json.put("role", role == null ? null : role.name().toLowerCase(Locale.ROOT));
        json.put("contribute", card.share().contribute());
        json.putArray("links");
        if (Rights.of(caller, card) == Right.OWN) {
            Instant now = clock.instant();
            card.links().stream()
                    .filter(link -> link.expires().isAfter(now))
                    .forEach(link -> json.withArray("links").add(link(link)));
        }
        return json;
    }

    static ObjectNode link(Link link) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", link.id());
        json.put("created", link.created().toString());
        return json.put("expires", link.expires().toString());
    }
}
