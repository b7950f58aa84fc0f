package io.troubleshooter;

import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerJson;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.Feedback;
import io.troubleshooter.conversation.Inquiry;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.OfflineDiagnostician;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation about evidence, over many turns: evidence can be added at any time, questions refer to all of it that
 * has been read to its end when they are asked. One turn at a time, one source at a time; thread-safe otherwise.
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
    private final Analysis analysis;
    private final StoredConversation stored;
    private final Object oneTurn = new Object();
    private final Object oneSource = new Object();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Feedback> feedback = new ArrayList<>();
    private volatile @Nullable Read read;
    private volatile boolean fresh;
    private volatile boolean reading;

    private Conversation(
            String id, String owner, Settings settings, ConversationOptions options, StoredConversation stored) {
        this.id = id;
        this.owner = owner;
        this.settings = settings;
        this.options = options;
        this.stored = stored;
        this.analysis = new Analysis(settings);
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

    static Conversation begin(Settings settings, ConversationOptions options, String owner, SessionStore store) {
        String id = UUID.randomUUID().toString();
        return new Conversation(
                id, owner, settings, options, StoredConversation.begin(store, id, owner, settings.clock()));
    }

    /** Reads the redacted lines again, so that frame, numbering and evidence come back, and what was said. */
    static Conversation resume(Settings settings, ConversationOptions options, SessionStore.Stored from) {
        SessionStore.Header header = from.header();
        Conversation resumed = new Conversation(
                header.id(),
                header.owner(),
                settings,
                options,
                StoredConversation.resumed(options.sessions(), from, settings.clock()));
        for (SessionStore.StoredSource source : from.sources()) {
            resumed.analysis.read(LogSource.text(source.text(), source.name()));
        }
        resumed.retell(from.entries());
        return resumed;
    }

    private void retell(List<SessionStore.StoredEntry> entries) {
        IncidentFrame frame = analysis.frame();
        for (SessionStore.StoredEntry entry : entries) {
            if (entry.kind().equals("turn")) {
                keep(AnswerJson.readTurn(entry.json(), analysis.session(), frame));
            } else {
                keep(AnswerJson.readFeedback(entry.json(), analysis.session()));
            }
        }
    }

    /** What has been read so far. */
    private record Read(IncidentFrame frame, Evidence evidence) {}

    /** Opaque and unguessable; under it the session can be resumed. */
    public String id() {
        return id;
    }

    /**
     * Reads more evidence, as the next {@code S}.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be read or is no text
     */
    public void add(LogSource source) {
        synchronized (oneSource) {
            if (read == null) {
                read(); // so that nobody has to wait for the first source
            }
            reading = true;
            try {
                analysis.read(source);
                stored.sources(analysis.names(), analysis.evidence());
            } finally {
                fresh = false;
                reading = false;
            }
        }
    }

    /**
     * All evidence that was read to its end, outputs of tools included, and the offline diagnosis. Waits for nobody: while
     * a source is read, this is what was known when it was last asked for.
     */
    public CaseFile file() {
        return file(null);
    }

    /** A text under the placeholders of this conversation, such as a question that is asked later. */
    public RedactedText redact(String text) {
        return redacted(text);
    }

    private CaseFile file(@Nullable RedactedText question) {
        long start = settings.clock().millis();
        Read now = read();
        Diagnosis offline = new OfflineDiagnostician(settings.rules())
                .diagnose(now.frame(), question, settings.clock().millis() - start);
        return new CaseFile(now.frame(), withOutputs(now.evidence()), offline);
    }

    private Read read() {
        Read known = read;
        if (known != null && (fresh || reading)) {
            return known;
        }
        synchronized (oneSource) {
            Read now = read;
            if (now == null || !fresh) {
                now = new Read(analysis.frame(), analysis.evidence());
                read = now;
                fresh = true;
            }
            return now;
        }
    }

    private Evidence withOutputs(Evidence evidence) {
        Evidence all = evidence;
        for (Turn turn : turns()) {
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
            Inquiry inquiry =
                    new Inquiry(file(asked), asked, turns(), feedback(), analysis.session(), asker.account(), id);
            Answer answer = options.investigator(settings, asker.model()).answer(inquiry, listener, cancellation);
            if (cancellation.isWithdrawn()) {
                return answer;
            }
            Turn turn = new Turn(turns().size() + 1, settings.clock().instant(), asked, answer);
            keep(turn);
            return stored(turn);
        }
    }

    private Answer stored(Turn turn) {
        RedactedText question = turn.question();
        stored.turn(turn, question == null ? redacted("no evidence") : question);
        return stored.tellsFailure() ? unsaved(turn.answer()) : turn.answer();
    }

    private static Answer unsaved(Answer answer) {
        List<String> notes = new ArrayList<>(answer.notes());
        notes.add("This conversation could not be stored; it goes on, and is gone when it ends.");
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
        RedactedText whole = analysis.session().redact(text.length() <= MAX_READ ? text : text.substring(0, MAX_READ));
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
     */
    public void feedback(int rank, boolean confirmed, @Nullable String note) {
        Hypothesis about = hypothesis(rank);
        RedactedText words = note == null || note.isBlank() ? null : redacted(note);
        Feedback given =
                new Feedback(about.cause(), confirmed, words, settings.clock().instant());
        keep(given);
        stored.feedback(given, redacted(about.title()));
        options.audit()
                .record(new AuditLog.Event(
                        settings.clock().instant(), owner, id, "feedback", "rank=" + rank + " right=" + confirmed, 0));
    }

    private synchronized void keep(Feedback given) {
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

    public synchronized List<Turn> turns() {
        return List.copyOf(turns);
    }

    public synchronized List<Feedback> feedback() {
        return List.copyOf(feedback);
    }
}
