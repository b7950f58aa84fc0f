package io.troubleshooter.http.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A list of all questions that are not over, so that they are found after a restart, and so that each instance sees with
 * one reading which of them others left, and which are to be cancelled. It follows the questions and may be behind them:
 * who answers one is for the question itself to say. Thread-safe.
 */
final class OpenQuestions {

    private static final String COLLECTION = "question-open";
    private static final int PAGE = 1_000;
    private static final int ATTEMPTS = 5;

    private final Documents documents;

    OpenQuestions(Documents documents) {
        this.documents = documents;
    }

    /**
     * A question that is not over.
     *
     * @param worker the instance that answers it; empty for whichever comes first
     * @param cancelled whether somebody wants it to be stopped
     */
    record Entry(String session, int number, String worker, boolean cancelled) {

        static Entry of(Question question) {
            return new Entry(question.session(), question.number(), question.worker(), false);
        }

        String place() {
            return session + "/" + number;
        }

        Entry by(String other) {
            return new Entry(session, number, other, cancelled);
        }

        Entry withdrawn() {
            return new Entry(session, number, worker, true);
        }

        private String write() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("worker", worker)
                    .put("cancelled", cancelled)
                    .toString();
        }

        private static Entry read(Document document) {
            String place = document.key();
            int slash = place.lastIndexOf('/');
            JsonNode json = QuestionJson.parse(document.json());
            return new Entry(
                    place.substring(0, slash),
                    Integer.parseInt(place.substring(slash + 1)),
                    json.path("worker").asText(),
                    json.path("cancelled").asBoolean());
        }
    }

    void add(Question question) {
        Entry entry = Entry.of(question);
        if (documents.find(COLLECTION, entry.place()).isEmpty()) {
            documents.put(Document.of(COLLECTION, entry.place(), entry.write()));
        }
    }

    void remove(Question question) {
        documents.delete(COLLECTION, question.place());
    }

    void remove(Entry entry) {
        documents.delete(COLLECTION, entry.place());
    }

    /** Changes an entry; empty if it is not among them any more. */
    Optional<Entry> change(Question question, UnaryOperator<Entry> change) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Document> known = documents.find(COLLECTION, question.place());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            Entry after = change.apply(Entry.read(known.get()));
            if (documents.put(known.get().with(after.write())).isPresent()) {
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        String after = "";
        List<Document> page = documents.list(COLLECTION, after, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(Entry.read(each)));
            after = page.get(page.size() - 1).key();
            page = page.size() < PAGE ? List.of() : documents.list(COLLECTION, after, PAGE);
        }
        return all;
    }

    /** Those of one session, in no order. */
    List<Entry> of(String session, int limit) {
        return documents.list(COLLECTION, session + "/", limit).stream()
                .map(Entry::read)
                .takeWhile(each -> each.session().equals(session))
                .toList();
    }
}
