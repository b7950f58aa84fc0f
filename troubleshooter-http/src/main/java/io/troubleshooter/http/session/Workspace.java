package io.troubleshooter.http.session;

import io.troubleshooter.Conversation;
import java.time.Instant;

/**
 * An open session.
 *
 * @param account whose it is
 * @param began when it was made
 */
public record Workspace(String id, String project, String account, Instant began, Conversation conversation) {

    Workspace with(Conversation other) {
        return new Workspace(id, project, account, began, other);
    }
}
