package io.troubleshooter.http.work;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Questions as documents: those of a session by their numbers, and beside them a list of all that are not over, so that
 * they are found after a restart. Thread-safe.
 */
final class QuestionStore {

    private static final String OPEN = "question-open";
    private static final int PAGE = 1_000;
    private static final int REMEMBERED = 10_000;

    private final Documents documents;

    /** Where to look for a free number. */
    private final Map<String, Integer> next = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    QuestionStore(Documents documents) {
        this.documents = documents;
    }

    /**
     * Keeps a new question under the next number of its session. It is listed as open first: a crash in between leaves
     * an entry without a question, which is harmless.
     */
    synchronized Question add(String session, IntFunction<Question> make) {
        int number = next.getOrDefault(session, 0);
        if (number == 0) {
            number = lastNumber(session) + 1;
        }
        while (true) {
            Question question = make.apply(number);
            open(question);
            if (documents.put(document(question)).isPresent()) {
                next.put(session, number + 1);
                return question;
            }
            number++;
        }
    }

    private void open(Question question) {
        if (documents.find(OPEN, question.place()).isEmpty()) {
            documents.put(Document.of(OPEN, question.place(), "{}"));
        }
    }

    private int lastNumber(String session) {
        int last = 0;
        List<Question> page = list(session, 0, PAGE);
        while (!page.isEmpty()) {
            last = page.get(page.size() - 1).number();
            page = list(session, last, PAGE);
        }
        return last;
    }

    /**
     * Writes what has become of it.
     *
     * @return whether it is still there: its session may have been deleted
     */
    boolean write(Question question) {
        boolean written = documents
                .find(collection(question.session()), key(question.number()))
                .flatMap(known -> documents.put(known.with(QuestionJson.write(question))))
                .isPresent();
        if (question.state().over() || !written) {
            documents.delete(OPEN, question.place());
        }
        return written;
    }

    Optional<Question> find(String session, int number) {
        return documents.find(collection(session), key(number)).map(found -> QuestionJson.read(session, found.json()));
    }

    /** In the order they were asked. */
    List<Question> list(String session, int after, int limit) {
        return documents.list(collection(session), after == 0 ? "" : key(after), limit).stream()
                .map(found -> QuestionJson.read(session, found.json()))
                .toList();
    }

    /** All that are not over, of all sessions. */
    List<Question> open() {
        List<Question> open = new ArrayList<>();
        String after = "";
        List<Document> page = documents.list(OPEN, after, PAGE);
        while (!page.isEmpty()) {
            for (Document entry : page) {
                after = entry.key();
                behind(after).ifPresent(open::add);
            }
            page = documents.list(OPEN, after, PAGE);
        }
        return open;
    }

    private Optional<Question> behind(String place) {
        int slash = place.lastIndexOf('/');
        Optional<Question> question = find(place.substring(0, slash), Integer.parseInt(place.substring(slash + 1)))
                .filter(each -> !each.state().over());
        if (question.isEmpty()) {
            documents.delete(OPEN, place);
        }
        return question;
    }

    void forget(String session) {
        documents.deleteAll(collection(session));
    }

    private static Document document(Question question) {
        return Document.of(collection(question.session()), key(question.number()), QuestionJson.write(question));
    }

    private static String collection(String session) {
        return "question/" + session;
    }

    private static String key(int number) {
        return String.format("%08d", number);
    }
}
