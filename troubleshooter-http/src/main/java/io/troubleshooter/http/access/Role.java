package io.troubleshooter.http.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    /** Reads what is shared. */
    VIEWER,
    /** Brings evidence, asks, comments, shares. */
    ANALYST,
    /** Keys, budgets, audit, retention, of the own project. */
    ADMIN;

    /** The role of this name, in small letters or capitals; empty if there is none. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** As in answers and settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
