package io.troubleshooter.conversation;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;

/** What a {@link SessionStore} says where another writer was faster. */
public final class Conflict {

    private Conflict() {}

    public static TroubleshooterException changed() {
        return new TroubleshooterException(
                Code.CONFLICT,
                "The session was changed elsewhere meanwhile.",
                "Repeat it on the session as it is now.");
    }
}
