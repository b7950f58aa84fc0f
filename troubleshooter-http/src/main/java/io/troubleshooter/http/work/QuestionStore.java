package io.troubleshooter.http.work;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Questions as documents: those of a session by their numbers, and beside them a list of all that are not over. Only the
 * worker that a question names writes what becomes of it. Thread-safe.
 */
final class QuestionStore {

    private static final int PAGE = 1_000;
    private static final int REMEMBERED = 10_000;
    private static final int ATTEMPTS = 5;

    private final Documents documents;
    private final OpenQuestions open;

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
        this.open = new OpenQuestions(documents);
    }

    /** What became of a writing. */
    enum Written {
        DONE,
        /** The question is not there any more: its session was deleted. */
        GONE,
        /** Another worker answers it now. */
        TAKEN
    }

    OpenQuestions open() {
        return open;
    }

    /**
     * Keeps a new question under the next number of its session. It is listed as open first: a crash in between leaves
     * an entry without a question, which is harmless. For one thread at a time in each session.
     */
    Question add(String session, IntFunction<Question> make) {
        int number = nextNumber(session);
        while (true) {
            Question question = make.apply(number);
            open.add(question);
            if (documents.put(document(question)).isPresent()) {
                remember(session, number + 1);
                return question;
            }
            number++;
        }
    }

    private int nextNumber(String session) {
        synchronized (next) {
            Integer known = next.get(session);
            if (known != null) {
                return known;
            }
        }
        return lastNumber(session) + 1;
    }

    private void remember(String session, int number) {
        synchronized (next) {
            next.put(session, number);
        }
    }

    private int lastNumber(String session) {
        int last = 0;
        List<Question> page = list(session, 0, PAGE);
        while (!page.isEmpty()) {
            last = page.get(page.size() - 1).number();
            page = page.size() < PAGE ? List.of() : list(session, last, PAGE);
        }
        return last;
    }

    /** Writes what its worker made of it. */
    Written write(Question question) {
        return write(question, question.worker());
    }

    /**
     * Writes what has become of it.
     *
     * @param worker that the question has to name until now
     */
    Written write(Question question, String worker) {
        Written written = Written.GONE;
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Document> known = documents.find(collection(question.session()), key(question.number()));
            if (known.isEmpty()) {
                written = Written.GONE;
                break;
            }
            Question stored = read(question.session(), known.get());
            if (!stored.worker().equals(worker) || stored.state().over()) {
                return Written.TAKEN;
            }
            written = Written.TAKEN;
            if (documents.put(known.get().with(QuestionJson.write(question))).isPresent()) {
                written = Written.DONE;
                break;
            }
        }
        if (written == Written.GONE || question.state().over() && written == Written.DONE) {
            open.remove(question);
        }
        return written;
    }

    Optional<Question> find(String session, int number) {
        return documents.find(collection(session), key(number)).map(found -> read(session, found));
    }

    private static Question read(String session, Document document) {
        return QuestionJson.read(session, document.json());
    }

    /** In the order they were asked. */
    List<Question> list(String session, int after, int limit) {
        return documents.list(collection(session), after == 0 ? "" : key(after), limit).stream()
                .map(found -> read(session, found))
                .toList();
    }

    /** The question of an entry; where there is none that is not over, the entry is removed. */
    Optional<Question> behind(OpenQuestions.Entry entry) {
        Optional<Question> question = find(entry.session(), entry.number())
                .filter(each -> !each.state().over());
        if (question.isEmpty()) {
            open.remove(entry);
        }
        return question;
    }

    /**
     * Makes it another worker's.
     *
     * @param known as it was read
     * @return empty if another one was faster
     */
    Optional<Question> claim(Question known, Question mine) {
        if (write(mine, known.worker()) != Written.DONE) {
            return Optional.empty();
        }
        open.change(mine, entry -> entry.by(mine.worker()));
        return Optional.of(mine);
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
