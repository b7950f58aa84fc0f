package io.troubleshooter.http.view;

import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.record.Level;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and levels as they stand in requests and answers. */
final class Times {

    private Times() {}

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** Null for a level that is not known. */
    static @Nullable String level(Level level) {
        return level == Level.UNKNOWN ? null : level.name();
    }

    /** @param name of the query parameter */
    static @Nullable Instant parse(String name, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException none) {
            throw ProblemException.invalid("?" + name, name + " has to be a time such as 2026-11-20T09:43:11Z.");
        }
    }

    /** The level that something has to have at least. */
    static Level parseLevel(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Level.UNKNOWN;
        }
        for (Level level : Level.values()) {
            if (level.name().equals(text.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw ProblemException.invalid("?level", "level has to be TRACE, DEBUG, INFO, WARN, ERROR or FATAL.");
    }
}
