package io.troubleshooter.http.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a program or a person, without what is secret of it.
 *
 * @param id shown in lists and in the key itself
 * @param name what it is for, redacted
 * @param expires null for never
 * @param lastUsed to the hour; null if never
 * @param hash of the whole key
 */
public record ApiKey(
        String id,
        String project,
        String user,
        Role role,
        String name,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant lastUsed,
        String hash) {

    boolean livesAt(Instant now) {
        return expires == null || now.isBefore(expires);
    }

    ApiKey usedAt(Instant time) {
        return new ApiKey(id, project, user, role, name, created, expires, time, hash);
    }

    Caller caller(Caller.Means means) {
        return new Caller(project, user, role, means, id);
    }
}
