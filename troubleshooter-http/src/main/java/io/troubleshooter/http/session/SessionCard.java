package io.troubleshooter.http.session;

import io.troubleshooter.http.access.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session without opening it. Texts are redacted.
 *
 * @param user owner, within the project
 * @param title empty where none was given
 * @param updated when somebody last brought or changed something
 * @param origin {@code user}, or {@code alert} where another program began it
 */
public record SessionCard(
        String id,
        String project,
        String user,
        String title,
        Instant created,
        Instant updated,
        String origin,
        Share share,
        List<Link> links,
        Digest digest) {

    /**
     * Who else in the project may see it.
     *
     * @param role the least that somebody has to be; null for nobody
     * @param contribute whether analysts among them may bring evidence and ask
     */
    public record Share(@Nullable Role role, boolean contribute) {
        public static final Share NONE = new Share(null, false);
    }

    /**
     * A read-only link.
     *
     * @param hash of its token
     */
    public record Link(String id, String hash, Instant created, Instant expires) {}

    /** A source as lists of sessions show it. */
    public record Source(String id, String name, long lines, long missing, List<String> formats, Instant added) {}

    /**
     * What the session has come to.
     *
     * @param verdict null while there is no evidence
     * @param redacted places that were redacted
     */
    public record Digest(
            List<Source> sources,
            @Nullable String verdict,
            @Nullable String summary,
            long redacted,
            int questions) {
        public static final Digest NONE = new Digest(List.of(), null, null, 0, 0);
    }

    /** Who owns it and pays. */
    public String account() {
        return project + "/" + user;
    }

    SessionCard titled(String other) {
        return new SessionCard(id, project, user, other, created, updated, origin, share, links, digest);
    }

    SessionCard usedAt(Instant time) {
        Instant last = time.isAfter(updated) ? time : updated;
        return new SessionCard(id, project, user, title, created, last, origin, share, links, digest);
    }

    SessionCard sharedWith(Share others) {
        return new SessionCard(id, project, user, title, created, updated, origin, others, links, digest);
    }

    SessionCard linkedBy(List<Link> all) {
        return new SessionCard(id, project, user, title, created, updated, origin, share, List.copyOf(all), digest);
    }

    SessionCard knownAs(Digest now) {
        return new SessionCard(id, project, user, title, created, updated, origin, share, links, now);
    }
}
