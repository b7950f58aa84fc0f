package io.troubleshooter.http.session;

import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions that a caller may see, those used last first. */
final class SessionList {

    private static final Comparator<SessionCard> NEWEST_FIRST =
            Comparator.comparing(SessionCard::updated).reversed().thenComparing(SessionCard::id);

    private final Cards cards;
    private final Retention retention;

    SessionList(Cards cards, Retention retention) {
        this.cards = cards;
        this.retention = retention;
    }

    /** @param next where the rest begins; null where nothing is left */
    record Page(List<SessionCard> cards, @Nullable String next) {}

    /** Where a page begins. It grants nothing: whoever makes one up only sees their own sessions from there on. */
    private record Cursor(Instant updated, String id) {

        static Cursor after(SessionCard card) {
            return new Cursor(card.updated(), card.id());
        }

        static Cursor parse(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                return new Cursor(Instant.parse(parts[0]), parts[1]);
            } catch (RuntimeException madeUp) {
                throw ProblemException.invalid("?cursor", "The cursor is not one that was given.");
            }
        }

        String text() {
            byte[] plain = (updated + " " + id).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
        }

        boolean isBefore(SessionCard card) {
            int byTime = card.updated().compareTo(updated);
            return byTime < 0 || byTime == 0 && card.id().compareTo(id) > 0;
        }
    }

    Page page(Caller caller, @Nullable String cursor, int limit) {
        Cursor from = cursor == null ? null : Cursor.parse(cursor);
        List<SessionCard> rest = visible(caller).stream()
                .filter(card -> from == null || from.isBefore(card))
                .sorted(NEWEST_FIRST)
                .toList();
        List<SessionCard> page = rest.subList(0, Math.min(limit, rest.size()));
        boolean more = rest.size() > page.size();
        return new Page(page, more ? Cursor.after(page.get(page.size() - 1)).text() : null);
    }

    private List<SessionCard> visible(Caller caller) {
        List<SessionCard> all = new ArrayList<>();
        String only = caller.session();
        if (only != null) {
            cards.find(caller.project(), only).ifPresent(all::add);
        } else {
            all.addAll(cards.ownedBy(caller.project(), caller.account()));
            cards.sharedIn(caller.project()).stream()
                    .filter(card -> !card.user().equals(caller.user()))
                    .forEach(all::add);
        }
        all.removeIf(card -> Rights.of(caller, card) == null || retention.isOver(card));
        return all;
    }
}
