package io.troubleshooter.http.hook;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Secrets;
import io.troubleshooter.http.instance.Locks;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Changes;
import io.troubleshooter.input.LogSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sessions that alerts begin: one for each group of alerts, to which further alerts of the group, and what is deployed
 * meanwhile, are added as evidence. Thread-safe.
 */
public final class AlertSessions {

    /** Who owns them. */
    static final String USER = "alerts";

    private static final String RECENT = "alert-session/";
    private static final int MAX_RECENT = 50;
    private static final int LOCKS = 64;

    /** For another instance that adds to the same group. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Workspaces workspaces;
    private final Changes changes;
    private final DiagnosisListener told;
    private final Documents documents;
    private final AlertGroups groups;
    private final Deploys deploys;
    private final Locks groupLocks;
    private final Clock clock;
    private final List<Object> locks = new ArrayList<>();

    public AlertSessions(
            Workspaces workspaces,
            Changes changes,
            DiagnosisListener told,
            Documents documents,
            Deploys deploys,
            Locks groupLocks,
            Clock clock) {
        this.workspaces = workspaces;
        this.changes = changes;
        this.told = told;
        this.documents = documents;
        this.groups = new AlertGroups(documents, clock);
        this.deploys = deploys;
        this.groupLocks = groupLocks;
        this.clock = clock;
        for (int i = 0; i < LOCKS; i++) {
            locks.add(new Object());
        }
    }

    /**
     * Adds alerts to the session of their group, begun if there is none; a repetition of the last message changes nothing.
     *
     * @return the session
     */
    String add(Caller sender, Alerts alerts) {
        synchronized (locks.get(Math.floorMod((sender.project() + alerts.group()).hashCode(), LOCKS))) {
            String group = Secrets.hash("alert-lock", sender.project() + "\n" + alerts.group());
            try (Locks.Held alone = groupLocks
                    .hold("alert-group/" + group, PATIENCE)
                    .orElseThrow(() -> ProblemException.after(ProblemCode.BUSY, Duration.ofSeconds(1)))) {
                return addAlone(sender, alerts);
            }
        }
    }

    private String addAlone(Caller sender, Alerts alerts) {
        String content = Secrets.hash("alerts", alerts.texts().toString());
        AlertGroups.Group known = groups.find(sender.project(), alerts.group());
        Optional<Workspace> open = known == null ? Optional.empty() : open(sender, known);
        if (known == null || open.isEmpty()) {
            Workspace begun = workspaces.create(sender, alerts.title());
            groups.keep(sender.project(), alerts.group(), new AlertGroups.Group(begun.id(), 0, ""));
            return add(sender, begun, alerts, 1, content, deploys.lines(sender.project()));
        }
        return known.last().equals(content)
                ? known.session()
                : add(sender, open.get(), alerts, known.messages() + 1, content, "");
    }

    /** Empty where the session has been removed, or has taken enough. */
    private Optional<Workspace> open(Caller sender, AlertGroups.Group group) {
        try {
            return group.isFull()
                    ? Optional.empty()
                    : Optional.of(workspaces.open(sender, group.session(), Right.CONTRIBUTE));
        } catch (ProblemException gone) {
            if (gone.code() == ProblemCode.SESSION_NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    private String add(
            Caller sender, Workspace workspace, Alerts alerts, int messages, String content, String deployed) {
        List<Alerts.Text> texts = new ArrayList<>();
        if (!deployed.isEmpty()) {
            texts.add(new Alerts.Text("deploys", deployed));
        }
        texts.addAll(alerts.texts());
        read(sender, workspace, texts);
        groups.keep(sender.project(), alerts.group(), new AlertGroups.Group(workspace.id(), messages, content));
        if (messages == 1) {
            documents.put(Document.of(RECENT + sender.project(), workspace.id(), "{}")
                    .until(clock.instant().plus(Deploys.NEAR)));
        }
        return workspace.id();
    }

    private void read(Caller sender, Workspace workspace, List<Alerts.Text> texts) {
        changes.run(sender, workspace, (place, now) -> {
            for (Alerts.Text text : texts) {
                now.conversation().add(LogSource.text(text.lines(), text.name()));
            }
            told.ready(now, now.conversation().file().offline());
            return true;
        });
    }

    /**
     * Notes a deployment, for the sessions that alerts of the project began within the last hour, and those of the next.
     *
     * @return to how many it was added
     */
    int add(Caller sender, DeployMessage deploy) {
        deploys.add(sender.project(), deploy);
        int added = 0;
        for (Document recent : documents.list(RECENT + sender.project(), "", MAX_RECENT)) {
            Optional<Workspace> open = open(sender, new AlertGroups.Group(recent.key(), 0, ""));
            if (open.isPresent()) {
                read(sender, open.get(), List.of(new Alerts.Text("deploys", deploy.line() + "\n")));
                added++;
            }
        }
        return added;
    }
}
