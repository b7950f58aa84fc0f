package io.troubleshooter.http.session;

/** What somebody wants to do with a session. */
public enum Right {
    /** See all of it. */
    READ,
    /** Bring evidence, ask, comment. */
    CONTRIBUTE,
    /** Rename, share, delete. */
    OWN
}
