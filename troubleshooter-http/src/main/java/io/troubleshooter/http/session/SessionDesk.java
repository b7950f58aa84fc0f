package io.troubleshooter.http.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.SessionCard.Link;
import io.troubleshooter.http.session.SessionCard.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What users do with sessions as such: list, rename, share and remove them. Thread-safe. */
public final class SessionDesk {

    private static final int MAX_LINKS = 50;

    private final StoredWorkspaces workspaces;
    private final Cards cards;
    private final SessionLinks links;
    private final SessionList list;
    private final SessionView view;
    private final Removal removal;
    private final Journal journal;
    private final Clock clock;

    SessionDesk(
            StoredWorkspaces workspaces,
            Cards cards,
            SessionLinks links,
            SessionList list,
            SessionView view,
            Removal removal,
            Journal journal,
            Clock clock) {
        this.workspaces = workspaces;
        this.cards = cards;
        this.links = links;
        this.list = list;
        this.view = view;
        this.removal = removal;
        this.journal = journal;
        this.clock = clock;
    }

    public ObjectNode create(Caller caller, String title) {
        return view.of(caller, workspaces.create(caller, title));
    }

    /**
     * The sessions that the caller may see.
     *
     * @param cursor null for the beginning
     */
    public ObjectNode list(Caller caller, @Nullable String cursor, int limit) {
        SessionList.Page page = list.page(caller, cursor, limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("sessions")
                .addAll(page.cards().stream().map(card -> view.of(caller, card)).toList());
        return json.put("next", page.next());
    }

    public ObjectNode read(Caller caller, String id) {
        return view.of(caller, workspaces.open(caller, id, Right.READ));
    }

    public ObjectNode rename(Caller caller, String id, String title) {
        Workspace workspace = workspaces.open(caller, id, Right.OWN);
        String redacted = workspace.conversation().redact(Titles.cut(title)).toString();
        changed(cards.change(workspace.project(), id, card -> card.titled(redacted)));
        return view.of(caller, workspace);
    }

    public void delete(Caller caller, String id) {
        SessionCard card = workspaces.removable(caller, id);
        removal.remove(card);
        journal.note(caller.account(), id, "delete-session", "owner=" + card.account());
    }

    public ObjectNode share(Caller caller, String id, Share share) {
        SessionCard before = workspaces.card(caller, id, Right.OWN);
        SessionCard after = changed(cards.share(before.project(), id, share));
        String role = share.role() == null ? "none" : share.role().name().toLowerCase(Locale.ROOT);
        journal.note(caller.account(), id, "share-session", "role=" + role + " contribute=" + share.contribute());
        return view.shared(caller, after);
    }

    /** A new link; the only time that its token is told. */
    public ObjectNode link(Caller caller, String id, Duration life) {
        SessionCard card = workspaces.card(caller, id, Right.OWN);
        Instant now = clock.instant();
        SessionLinks.Made made = links.make(card, now, now.plus(life));
        try {
            changed(cards.change(card.project(), id, known -> known.linkedBy(with(known, made.link(), now))));
        } catch (ProblemException full) {
            links.revoke(made.link().hash());
            throw full;
        }
        journal.note(
                caller.account(),
                id,
                "create-link",
                "link=" + made.link().id() + " expires=" + made.link().expires());
        ObjectNode json = SessionView.link(made.link());
        return json.put("token", made.token()).put("url", "/s/" + made.token());
    }

    private static List<Link> with(SessionCard card, Link link, Instant now) {
        List<Link> all = new ArrayList<>(card.links());
        all.removeIf(each -> !each.expires().isAfter(now));
        if (all.size() >= MAX_LINKS) {
            throw ProblemException.of(
                    ProblemCode.CONFLICT, "A session may have " + MAX_LINKS + " links; take one back first.");
        }
        all.add(link);
        return all;
    }

    /** Takes a link back. */
    public void unlink(Caller caller, String id, String link) {
        SessionCard card = workspaces.card(caller, id, Right.OWN);
        Link known = card.links().stream()
                .filter(each -> each.id().equals(link))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        changed(cards.change(card.project(), id, each -> each.linkedBy(without(each, link))));
        links.revoke(known.hash());
        journal.note(caller.account(), id, "revoke-link", "link=" + link);
    }

    private static List<Link> without(SessionCard card, String link) {
        return card.links().stream().filter(each -> !each.id().equals(link)).toList();
    }

    private static SessionCard changed(Optional<SessionCard> card) {
        return card.orElseThrow(() -> ProblemException.of(ProblemCode.SESSION_NOT_FOUND));
    }
}
