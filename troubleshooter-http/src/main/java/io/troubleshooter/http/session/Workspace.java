package io.troubleshooter.http.session;

import io.troubleshooter.Conversation;

/**
 * An open session.
 *
 * @param account whose it is
 */
public record Workspace(String id, String project, String account, Conversation conversation) {}
