package io.troubleshooter.http.access;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    /** Reads what is shared. */
    VIEWER,
    /** Brings evidence, asks, comments, shares. */
    ANALYST,
    /** Keys, budgets, audit, retention, of the own project. */
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
