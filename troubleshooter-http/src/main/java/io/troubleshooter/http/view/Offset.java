package io.troubleshooter.http.view;

import io.troubleshooter.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The place in a list at which the next page begins, as a cursor. */
final class Offset {

    private static final int MAX = 1_000_000;

    private Offset() {}

    static String cursor(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("o" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    /** The id after which a list goes on; empty without a cursor. */
    static String after(@Nullable String cursor) {
        if (cursor == null || cursor.matches("[0-9A-Za-z-]{1,64}")) {
            return cursor == null ? "" : cursor;
        }
        throw unknown();
    }

    /** 0 without a cursor. */
    static int of(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int offset = text.startsWith("o") ? Integer.parseInt(text.substring(1)) : -1;
            if (offset >= 0 && offset <= MAX) {
                return offset;
            }
        } catch (IllegalArgumentException none) {
            // Told below, like a number out of range.
        }
        throw unknown();
    }

    private static ProblemException unknown() {
        return ProblemException.invalid("?cursor", "cursor has to be what an earlier answer gave as next.");
    }
}
