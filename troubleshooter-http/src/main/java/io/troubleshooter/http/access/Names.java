package io.troubleshooter.http.access;

import io.troubleshooter.http.problem.ProblemException;
import java.util.regex.Pattern;

/** How projects and users may be called: no slash, so that {@code project/user} names one account only. */
public final class Names {

    private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+=,:|-]{0,127}");

    private Names() {}

    public static boolean isProject(String name) {
        return PROJECT.matcher(name).matches();
    }

    /** Whether somebody may be called so; names of links are not given away. */
    public static boolean isUser(String name) {
        return USER.matcher(name).matches() && !name.startsWith(Caller.LINK_USER);
    }

    /** @throws ProblemException if it is none, at this pointer */
    public static String user(String name, String pointer) {
        if (!isUser(name)) {
            throw ProblemException.invalid(
                    pointer,
                    "A user has 1 to 128 letters, digits and . _ @ + = , : | -, and begins with one of the former.");
        }
        return name;
    }
}
