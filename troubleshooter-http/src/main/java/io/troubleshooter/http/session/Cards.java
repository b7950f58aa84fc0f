package io.troubleshooter.http.session;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The cards of all sessions, each project's by themselves. Thread-safe. */
public final class Cards {

    private static final String CARDS = "session/";
    private static final String OWNED = "session-of/";
    private static final String SHARED = "session-shared/";
    private static final int PAGE = 1_000;
    private static final int ATTEMPTS = 50;

    private final Documents documents;

    public Cards(Documents documents) {
        this.documents = documents;
    }

    /** Puts a new card where it is found. */
    void add(SessionCard card) {
        index(OWNED + card.account(), card.id(), true);
        documents.put(Document.of(CARDS + card.project(), card.id(), CardJson.write(card)));
        index(SHARED + card.project(), card.id(), card.share().role() != null);
    }

    /**
     * The card of a session.
     *
     * @param id as it was sent, of any length and content
     */
    public Optional<SessionCard> find(String project, String id) {
        return document(project, id).map(document -> CardJson.read(project, id, document.json()));
    }

    private Optional<Document> document(String project, String id) {
        return Documents.isName(id) ? documents.find(CARDS + project, id) : Optional.empty();
    }

    /**
     * Changes a card.
     *
     * @return as it is now; empty if there is none any more
     */
    Optional<SessionCard> change(String project, String id, UnaryOperator<SessionCard> change) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Document> known = document(project, id);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            SessionCard before = CardJson.read(project, id, known.get().json());
            SessionCard after = change.apply(before);
            if (after.equals(before)
                    || documents.put(known.get().with(CardJson.write(after))).isPresent()) {
                return Optional.of(after);
            }
        }
        throw ProblemException.of(ProblemCode.CONFLICT);
    }

    /** Changes who sees it. */
    Optional<SessionCard> share(String project, String id, SessionCard.Share share) {
        // In the index first: what is there and not shared is never shown.
        if (share.role() != null) {
            index(SHARED + project, id, true);
        }
        Optional<SessionCard> changed = change(project, id, card -> card.sharedWith(share));
        if (share.role() == null || changed.isEmpty()) {
            index(SHARED + project, id, false);
        }
        return changed;
    }

    /** Takes the card away; what is gone already is no failure. */
    void remove(String project, String account, String id) {
        documents.delete(CARDS + project, id);
        documents.delete(SHARED + project, id);
        documents.delete(OWNED + account, id);
    }

    private void index(String collection, String id, boolean there) {
        if (there) {
            documents.put(Document.of(collection, id, "{}")); // empty where it is there already
        } else {
            documents.delete(collection, id);
        }
    }

    List<SessionCard> ownedBy(String project, String account) {
        return cards(project, OWNED + account);
    }

    /** Those that somebody shares with the project. */
    List<SessionCard> sharedIn(String project) {
        return cards(project, SHARED + project);
    }

    /** How many sessions an account has, counted to {@code limit}. */
    int count(String account, int limit) {
        return ids(OWNED + account, limit).size();
    }

    private List<SessionCard> cards(String project, String index) {
        List<SessionCard> cards = new ArrayList<>();
        for (String id : ids(index, Integer.MAX_VALUE)) {
            find(project, id).ifPresent(cards::add);
        }
        return cards;
    }

    private List<String> ids(String index, int limit) {
        List<String> ids = new ArrayList<>();
        String after = "";
        List<Document> page;
        do {
            page = documents.list(index, after, PAGE);
            for (Document each : page) {
                ids.add(each.key());
                after = each.key();
            }
        } while (page.size() == PAGE && ids.size() < limit);
        return ids;
    }
}
