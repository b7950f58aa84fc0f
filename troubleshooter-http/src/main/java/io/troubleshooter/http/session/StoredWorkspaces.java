package io.troubleshooter.http.session;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.instance.Locks;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.SessionCard.Digest;
import io.troubleshooter.http.session.SessionCard.Share;
import io.troubleshooter.redact.RedactedText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions that are stored from their creation on and opened when they are needed. */
public final class StoredWorkspaces implements Workspaces {

    private static final int LOCKS = 64;

    private final Troubleshooter troubleshooter;
    private final OpenSessions open;
    private final Cards cards;
    private final Retention retention;
    private final Journal journal;
    private final Locks turns;
    private final int perAccount;
    private final Clock clock;
    private final Object[] locks = new Object[LOCKS];

    StoredWorkspaces(
            Troubleshooter troubleshooter,
            OpenSessions open,
            Cards cards,
            Retention retention,
            Journal journal,
            Locks turns,
            int perAccount,
            Clock clock) {
        this.troubleshooter = troubleshooter;
        this.open = open;
        this.cards = cards;
        this.retention = retention;
        this.journal = journal;
        this.turns = turns;
        this.perAccount = perAccount;
        this.clock = clock;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    @Override
    public Workspace create(Caller caller, String title) {
        if (caller.session() != null) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        // One after the other, so that the count is right.
        synchronized (locks[Math.floorMod(caller.account().hashCode(), LOCKS)]) {
            if (cards.count(caller.account(), perAccount) >= perAccount) {
                throw ProblemException.of(ProblemCode.TOO_MANY_SESSIONS);
            }
            return begin(caller, title);
        }
    }

    private Workspace begin(Caller caller, String title) {
        Conversation conversation = troubleshooter.converse(caller.account(), Titles.cut(title));
        RedactedText redacted = conversation.redact(Titles.cut(title));
        SessionCard card = card(caller, conversation.id(), redacted.toString());
        cards.add(card);
        open.add(conversation);
        journal.note(caller.account(), conversation.id(), "create-session", "by=" + caller.means());
        return new Workspace(conversation.id(), caller.project(), caller.account(), card.created(), conversation);
    }

    /** What an alert began is nobody's in particular, so that all of its project may work on it. */
    private SessionCard card(Caller caller, String id, String title) {
        boolean alert = caller.means() == Caller.Means.SIGNATURE;
        Instant now = clock.instant();
        return new SessionCard(
                id,
                caller.project(),
                caller.user(),
                title,
                now,
                now,
                alert ? "alert" : "user",
                alert ? new Share(Role.VIEWER, true) : Share.NONE,
                List.of(),
                Digest.NONE);
    }

    @Override
    public Workspace open(Caller caller, String id, Right right) {
        SessionCard card = card(caller, id, right);
        if (right != Right.READ) {
            Instant now = clock.instant();
            cards.change(card.project(), id, known -> known.usedAt(now));
        }
        return new Workspace(id, card.project(), card.account(), card.created(), opened(card.account(), id));
    }

    @Override
    public Workspace current(Workspace workspace) {
        return workspace.with(opened(workspace.account(), workspace.id()));
    }

    private Conversation opened(String account, String id) {
        return open.get(account, id).orElseThrow(() -> ProblemException.of(ProblemCode.SESSION_NOT_FOUND));
    }

    @Override
    public Optional<Turn> turn(Workspace workspace, Duration patience) {
        return turns.hold("session/" + workspace.id(), patience).map(held -> begun(held, workspace));
    }

    private Turn begun(Locks.Held held, Workspace workspace) {
        try {
            return new Begun(open.shared() ? latest(workspace) : workspace, held);
        } catch (RuntimeException gone) {
            held.close();
            throw gone;
        }
    }

    private Workspace latest(Workspace workspace) {
        return open.latest(workspace.account(), workspace.id())
                .map(workspace::with)
                .orElseThrow(() -> ProblemException.of(ProblemCode.SESSION_NOT_FOUND));
    }

    private record Begun(Workspace workspace, Locks.Held held) implements Turn {
        @Override
        public void close() {
            held.close();
        }
    }

    /** The session's card, without opening it, under the same conditions as {@link #open}. */
    SessionCard card(Caller caller, String id, Right right) {
        SessionCard card = visible(caller, id);
        Right has = Rights.of(caller, card);
        if (has == null) {
            throw ProblemException.of(ProblemCode.SESSION_NOT_FOUND);
        }
        if (has.compareTo(right) < 0) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        return card;
    }

    /** The session's card for whoever may remove it. */
    SessionCard removable(Caller caller, String id) {
        SessionCard card = visible(caller, id);
        return Rights.mayRemove(caller, card) ? card : card(caller, id, Right.OWN);
    }

    private SessionCard visible(Caller caller, String id) {
        return cards.find(caller.project(), id)
                .filter(card -> !retention.isOver(card))
                .orElseThrow(() -> ProblemException.of(ProblemCode.SESSION_NOT_FOUND));
    }
}
