package io.troubleshooter;

import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.Feedback;
import io.troubleshooter.conversation.Inquiry;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.OfflineDiagnostician;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation about evidence, over many turns: evidence can be added at any time, questions refer to all of it that
 * was there when they were begun. Thread-safe: one turn and one reading at a time, side by side; everybody else sees
 * what there is and waits for neither.
 */
public final class Conversation {

    /** A question longer than this is evidence. */
    private static final int MAX_QUESTION = 8_000;

    /** Redacted before it is cut, so that no secret is cut in two. */
    private static final int MAX_READ = 64_000;

    private final String id;
    private final String owner;
    private final Settings settings;
    private final ConversationOptions options;
    private final Casebook book;
    private final StoredConversation stored;
    private final Object oneTurn = new Object();
    private final Object oneView = new Object();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Feedback> feedback = new ArrayList<>();
    private @Nullable View view;

    private Conversation(
            String id, String owner, Settings settings, ConversationOptions options, StoredConversation stored) {
        this.id = id;
        this.owner = owner;
        this.settings = settings;
        this.options = options;
        this.stored = stored;
        EvidenceLimits limits = settings.evidence();
        this.book = new Casebook(settings, limits == null ? EvidenceLimits.DEFAULT : limits);
    }

    /**
     * Who asks.
     *
     * @param account pays for the answer
     * @param model whether a model may be asked; rules answer otherwise
     */
    public record Asker(String account, boolean model) {

        public static Asker of(String account) {
            return new Asker(account, true);
        }
    }

    /** The case file as it was shown last. */
    private record View(Casebook.Page page, int turns, CaseFile file) {}

    /** @param title of a conversation that is stored at once; null for one that is stored when something is in it */
    static Conversation begin(
            Settings settings, ConversationOptions options, String owner, SessionStore store, @Nullable String title) {
        String id = UUID.randomUUID().toString();
        StoredConversation stored = StoredConversation.begin(store, options.mustStore, id, owner, settings.clock());
        Conversation begun = new Conversation(id, owner, settings, options, stored);
        if (title != null) {
            stored.create(begun.redacted(title));
        }
        return begun;
    }

    /** Reads the redacted lines again, so that frame, numbering and evidence come back, and what was said. */
    static Conversation resume(Settings settings, ConversationOptions options, SessionStore.Stored from) {
        SessionStore.Header header = from.header();
        Conversation resumed = new Conversation(
                header.id(),
                header.owner(),
                settings,
                options,
                StoredConversation.resumed(options.sessions(), options.mustStore, from, settings.clock()));
        Retelling told = Retelling.of(from, resumed.book);
        resumed.turns.addAll(told.turns());
        resumed.feedback.addAll(told.feedback());
        return resumed;
    }

    /** Opaque and unguessable; under it the session can be resumed. */
    public String id() {
        return id;
    }

    /** Account that may resume it. */
    public String owner() {
        return owner;
    }

    /**
     * Reads more evidence, as the next {@code S}. Where that fails, nothing of it is kept.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be read, is no text, or cannot be stored
     *     where it has to be
     */
    public void add(LogSource source) {
        add(reader -> reader.accept(source));
    }

    /**
     * Reads more evidence, as the next {@code S} and those that follow: all of it, or nothing where something of it fails.
     *
     * @param giver hands sources to the reader, one after the other; each has been read to its end when the reader
     *     returns. What it throws, before, between or after them, is thrown here, and nothing of them is kept
     * @return their ids
     * @throws io.troubleshooter.error.TroubleshooterException if one cannot be read, is no text, or cannot be stored
     */
    public List<String> add(Consumer<Consumer<LogSource>> giver) {
        return book.add(giver, stored::sources);
    }

    /** All evidence so far, outputs of tools included, and the offline diagnosis. */
    public CaseFile file() {
        synchronized (oneView) {
            Casebook.Page page = book.page();
            List<Turn> said = turns();
            View known = view;
            if (known != null && known.page == page && known.turns == said.size()) {
                return known.file;
            }
            CaseFile file = known != null && known.page == page
                    ? new CaseFile(page.frame(), withOutputs(page.evidence(), said), known.file.offline())
                    : file(page, said, null);
            view = new View(page, said.size(), file);
            return file;
        }
    }

    /** A text under the placeholders of this conversation, such as a question that is asked later. */
    public RedactedText redact(String text) {
        return redacted(text);
    }

    private CaseFile file(Casebook.Page page, List<Turn> said, @Nullable RedactedText question) {
        long start = settings.clock().millis();
        Diagnosis offline = new OfflineDiagnostician(settings.rules())
                .diagnose(page.frame(), question, settings.clock().millis() - start);
        return new CaseFile(page.frame(), withOutputs(page.evidence(), said), offline);
    }

    private static Evidence withOutputs(Evidence evidence, List<Turn> said) {
        Evidence all = evidence;
        for (Turn turn : said) {
            for (ToolAnswer tool : turn.answer().tools()) {
                all = tool.id().isEmpty() ? all : all.with(tool.id(), tool.citable());
            }
        }
        return all;
    }

    /**
     * Answers; never fails for want of a model, a budget or time: then the answer is the offline one and says so.
     *
     * @param question null to ask only what broke; of a very long one, only the beginning counts
     * @param cancellation stops it: what came is kept and says so; withdrawn, nothing is kept
     */
    public Answer ask(@Nullable String question, AnswerListener listener, Cancellation cancellation) {
        return ask(question, Asker.of(owner), listener, cancellation);
    }

    /** As {@link #ask(String, AnswerListener, Cancellation)}, for somebody who need not be the owner. */
    public Answer ask(@Nullable String question, Asker asker, AnswerListener listener, Cancellation cancellation) {
        synchronized (oneTurn) {
            RedactedText asked = question == null || question.isBlank() ? null : redacted(question);
            List<Turn> said = turns();
            CaseFile file = file(book.page(), said, asked);
            Inquiry inquiry = new Inquiry(file, asked, said, feedback(), book.session(), asker.account(), id);
            Answer answer = options.investigator(settings, asker.model()).answer(inquiry, listener, cancellation);
            if (cancellation.isWithdrawn()) {
                return answer;
            }
            Turn turn = new Turn(said.size() + 1, settings.clock().instant(), asked, answer);
            Answer told = stored(turn);
            keep(turn);
            return told;
        }
    }

    private Answer stored(Turn turn) {
        RedactedText question = turn.question();
        stored.turn(turn, question == null ? redacted("no evidence") : question);
        return stored.tellsFailure() ? unsaved(turn.answer()) : turn.answer();
    }

    private static Answer unsaved(Answer answer) {
        List<String> notes = new ArrayList<>(answer.notes());
        notes.add("This conversation could not be stored; it goes on, and is gone when it ends, unless that mends.");
        return new Answer(
                answer.kind(),
                answer.statements(),
                answer.diagnosis(),
                answer.changes(),
                List.copyOf(notes),
                answer.tools(),
                answer.citations());
    }

    private RedactedText redacted(String text) {
        RedactedText whole = book.session().redact(text.length() <= MAX_READ ? text : text.substring(0, MAX_READ));
        if (whole.length() <= MAX_QUESTION) {
            return whole;
        }
        int end = MAX_QUESTION;
        while (end > 0 && (whole.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return whole.slice(0, end);
    }

    private synchronized void keep(Turn turn) {
        turns.add(turn);
    }

    /**
     * Says whether a hypothesis is right, which changes the ranking from the next turn on.
     *
     * @param rank of the hypothesis in the last answer
     * @throws IllegalArgumentException if the last answer has no hypothesis of that rank
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be stored where it has to be
     */
    public void feedback(int rank, boolean confirmed, @Nullable String note) {
        feedback(hypothesis(rank), confirmed, note);
    }

    /**
     * As {@link #feedback(int, boolean, String)}, of a hypothesis that was shown. What was said of its cause before does
     * not count any more.
     */
    public void feedback(Hypothesis about, boolean confirmed, @Nullable String note) {
        RedactedText words = note == null || note.isBlank() ? null : redacted(note);
        Feedback given =
                new Feedback(about.cause(), confirmed, words, settings.clock().instant());
        stored.feedback(given, redacted(about.title()));
        keep(given);
        options.audit()
                .record(new AuditLog.Event(
                        settings.clock().instant(),
                        owner,
                        id,
                        "feedback",
                        "rank=" + about.rank() + " right=" + confirmed,
                        0));
    }

    /**
     * Takes back what was said of a cause; without effect where nothing was.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be stored where it has to be
     */
    public void withdrawFeedback(String cause) {
        for (Feedback each : feedback()) {
            if (each.cause().equals(cause)) {
                stored.withdrawal(each);
                drop(cause);
                return;
            }
        }
    }

    private synchronized void drop(String cause) {
        feedback.removeIf(each -> each.cause().equals(cause));
    }

    private synchronized void keep(Feedback given) {
        drop(given.cause());
        feedback.add(given);
    }

    private Hypothesis hypothesis(int rank) {
        List<Turn> said = turns();
        List<Hypothesis> known = said.isEmpty()
                ? file().offline().hypotheses()
                : said.get(said.size() - 1).answer().diagnosis().hypotheses();
        for (Hypothesis each : known) {
            if (each.rank() == rank) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "there is no hypothesis of rank " + rank + "; the answer has " + known.size());
    }

    /** Whether all that was read and said so far is in the store; also true where nothing is to be stored. */
    public boolean stored() {
        return !stored.failed();
    }

    /**
     * Tries again to store what could not be stored.
     *
     * @return as {@link #stored()}
     */
    public boolean store() {
        return stored.flush();
    }

    /**
     * Whether somebody else has gone on with the conversation, from the same store: then it is to be resumed. An answer
     * that was being made meanwhile is kept beside evidence that came, and evidence beside an answer; of two of a kind the
     * second is refused.
     */
    public boolean outdated() {
        return stored.outdated();
    }

    /** How many entries the store had of it when this one last wrote or read; see {@link SessionStore#revision}. */
    public int revision() {
        return stored.revision();
    }

    /** About how many bytes of memory it takes while it is open. */
    public long bytes() {
        return book.bytes() + turns().stream().mapToLong(Weights::of).sum() + Weights.CONVERSATION;
    }

    public synchronized List<Turn> turns() {
        return List.copyOf(turns);
    }

    public synchronized List<Feedback> feedback() {
        return List.copyOf(feedback);
    }
}
