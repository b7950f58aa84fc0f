package io.troubleshooter.http.route;

import io.troubleshooter.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a list goes on, in a form that callers hand back without looking into it. */
public final class Cursor {

    private static final int MAX_LENGTH = 1024;

    private Cursor() {}

    public static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that {@code ?cursor=} names.
     *
     * @param beginning where there is no cursor
     */
    public static String read(Exchange exchange, String beginning) {
        String cursor = exchange.query("cursor");
        return cursor == null ? beginning : decoded(cursor);
    }

    private static String decoded(String cursor) {
        try {
            if (cursor.length() <= MAX_LENGTH) {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException notOne) {
            // Told below.
        }
        throw wrong();
    }

    /** As {@link #read}, for a place that is a number of 0 or more. */
    public static long readNumber(Exchange exchange, long beginning) {
        String place = read(exchange, Long.toString(beginning));
        if (!place.matches("[0-9]{1,19}")) {
            throw wrong();
        }
        try {
            return Long.parseLong(place);
        } catch (NumberFormatException tooLarge) {
            throw wrong();
        }
    }

    private static ProblemException wrong() {
        return ProblemException.invalid("?cursor", "A cursor has to be one that a list gave.");
    }
}
