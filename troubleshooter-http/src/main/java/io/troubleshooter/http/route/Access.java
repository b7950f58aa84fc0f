package io.troubleshooter.http.route;

import io.troubleshooter.http.access.Role;
import org.jspecify.annotations.Nullable;

/** Who may send a request to a route. */
public enum Access {
    /** Everybody. */
    OPEN(null),
    /** Whoever knows the secret in the path. */
    CAPABILITY(null),
    /** Whoever signs with the secret of a project. */
    SIGNED(null),
    VIEWER(Role.VIEWER),
    ANALYST(Role.ANALYST),
    ADMIN(Role.ADMIN);

    private final @Nullable Role role;

    Access(@Nullable Role role) {
        this.role = role;
    }

    /** Null where no role is asked for. */
    public @Nullable Role role() {
        return role;
    }
}
