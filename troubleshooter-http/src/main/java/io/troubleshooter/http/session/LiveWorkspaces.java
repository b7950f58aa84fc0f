package io.troubleshooter.http.session;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions of one process. */
public final class LiveWorkspaces implements Workspaces {

    private final Troubleshooter troubleshooter;
    private final Map<String, Workspace> open = new ConcurrentHashMap<>();

    public LiveWorkspaces(Troubleshooter troubleshooter) {
        this.troubleshooter = troubleshooter;
    }

    @Override
    public Workspace create(Caller caller, String title) {
        return opened(caller, troubleshooter.converse(caller.account()));
    }

    @Override
    public Workspace open(Caller caller, String id, Right right) {
        Workspace known = open.get(id);
        if (known == null) {
            known = troubleshooter
                    .resume(caller.account(), id)
                    .map(conversation -> opened(caller, conversation))
                    .orElseThrow(() -> ProblemException.of(ProblemCode.SESSION_NOT_FOUND));
        }
        if (!known.account().equals(caller.account())) {
            throw ProblemException.of(ProblemCode.SESSION_NOT_FOUND);
        }
        return known;
    }

    private Workspace opened(Caller caller, Conversation conversation) {
        Workspace workspace = new Workspace(conversation.id(), caller.project(), caller.account(), conversation);
        open.put(workspace.id(), workspace);
        return workspace;
    }
}
