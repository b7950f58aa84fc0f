package io.troubleshooter.http.session;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.http.session.SessionCard.Digest;
import io.troubleshooter.http.session.SessionCard.Source;
import io.troubleshooter.talk.CaseFile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps on the card of a session what it has come to, so that lists need not open it. */
public final class Digests implements DiagnosisListener {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int MAX_SOURCES = 500;
    private static final int MAX_SUMMARY = 2_000;

    private final Cards cards;
    private final OpenSessions open;
    private final Clock clock;

    public Digests(Cards cards, OpenSessions open, Clock clock) {
        this.cards = cards;
        this.open = open;
        this.clock = clock;
    }

    @Override
    public void ready(Workspace workspace, Diagnosis diagnosis) {
        try {
            Instant now = clock.instant();
            open.weigh(workspace.conversation());
            cards.change(
                    workspace.project(),
                    workspace.id(),
                    card -> card.usedAt(now).knownAs(of(newest(workspace), card.digest(), now)));
        } catch (RuntimeException unavailable) {
            // The list shows what was before until something else is brought.
            LOG.warn(
                    "card of session {} not written: {}",
                    workspace.id(),
                    unavailable.getClass().getName());
        }
    }

    /** Another instance may have gone on with it meanwhile. */
    private Conversation newest(Workspace workspace) {
        return open.shared()
                ? open.get(workspace.account(), workspace.id()).orElse(workspace.conversation())
                : workspace.conversation();
    }

    /**
     * What a conversation has come to.
     *
     * @param before what was known; tells when sources came
     * @param now when those came that are not in it
     */
    static Digest of(Conversation conversation, Digest before, Instant now) {
        CaseFile file = conversation.file();
        List<Turn> turns = conversation.turns();
        Diagnosis newest = newest(file, turns);
        boolean empty = file.frame().sources().isEmpty();
        return new Digest(
                sources(file, before, now),
                empty ? null : newest.verdict().name().toLowerCase(Locale.ROOT),
                empty ? null : cut(newest.summary()),
                file.frame().redaction().total(),
                turns.size());
    }

    private static String cut(String text) {
        return text.length() <= MAX_SUMMARY ? text : text.substring(0, MAX_SUMMARY) + "...";
    }

    /** The last answer's that was about all evidence, else that of the rules. */
    private static Diagnosis newest(CaseFile file, List<Turn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            Answer answer = turns.get(i).answer();
            if (answer.kind() == Answer.Kind.EVIDENCE) {
                List<SourceSummary> seen = answer.diagnosis().frame().sources();
                return seen.equals(file.frame().sources()) ? answer.diagnosis() : file.offline();
            }
        }
        return file.offline();
    }

    private static List<Source> sources(CaseFile file, Digest before, Instant now) {
        List<Source> sources = new ArrayList<>();
        List<SourceSummary> all = file.frame().sources();
        for (int i = 0; i < Math.min(all.size(), MAX_SOURCES); i++) {
            SourceSummary source = all.get(i);
            Instant added =
                    i < before.sources().size() ? before.sources().get(i).added() : now;
            sources.add(new Source(
                    source.id(),
                    source.name().toString(),
                    source.lines(),
                    file.evidence().missing(source.id()),
                    List.copyOf(new TreeSet<>(source.formats().keySet())),
                    added));
        }
        return List.copyOf(sources);
    }
}
