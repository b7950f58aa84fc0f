package io.troubleshooter.http.view;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which sessions of a project somebody has said something of a hypothesis: their ids, nothing else. Thread-safe. */
final class JudgedSessions {

    private static final int MAX = 10;

    private final Documents documents;

    JudgedSessions(Documents documents) {
        this.documents = documents;
    }

    /** @param next cursor of the next page; null after the last */
    record Page(List<String> sessions, @Nullable String next) {}

    void note(String project, String session) {
        if (documents.find(collection(project), session).isEmpty()) {
            documents.put(Document.of(place(session), project, "{}"));
            documents.put(Document.of(collection(project), session, "{}"));
        }
    }

    void forget(String session) {
        for (Document project : documents.list(place(session), "", MAX)) {
            documents.delete(collection(project.key()), session);
        }
        documents.deleteAll(place(session));
    }

    Page list(String project, String after, int limit) {
        List<String> found = documents.list(collection(project), after, limit + 1).stream()
                .map(Document::key)
                .toList();
        boolean more = found.size() > limit;
        return new Page(found.subList(0, Math.min(limit, found.size())), more ? found.get(limit - 1) : null);
    }

    /** Where it is kept to which project a session belongs, so that it can be forgotten by its id alone. */
    private static String place(String session) {
        return "feedback-project/" + session;
    }

    private static String collection(String project) {
        return "feedback-of/" + project;
    }
}
