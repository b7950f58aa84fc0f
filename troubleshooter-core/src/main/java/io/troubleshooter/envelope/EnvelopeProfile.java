package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which envelopes the head of a source shows, so that its parts can be read from their first line on. Immutable.
 */
public final class EnvelopeProfile {

    /** Nothing is known. */
    public static final EnvelopeProfile UNKNOWN = new EnvelopeProfile(0, null);

    private static final int MOST_LINES = 256;
    /** Envelopes stand around one another; each pass looks inside what the one before has found. */
    private static final int PASSES = 4;

    private final int kinds;
    private final @Nullable TableShape table;

    private EnvelopeProfile(int kinds, @Nullable TableShape table) {
        this.kinds = kinds;
        this.table = table;
    }

    /**
     * What the head of a source shows.
     *
     * @param head the first lines of the source, as redacted
     */
    public static EnvelopeProfile of(List<RedactedText> head) {
        List<RedactedText> lines = head.subList(0, Math.min(head.size(), MOST_LINES));
        EnvelopeProfile profile = UNKNOWN;
        for (int pass = 0; pass < PASSES; pass++) {
            EnvelopeProfile deeper = profile.deepened(lines);
            if (deeper.kinds == profile.kinds) {
                return deeper;
            }
            profile = deeper;
        }
        return profile;
    }

    private EnvelopeProfile deepened(List<RedactedText> lines) {
        Peeler peeler = new Peeler(this);
        Votes votes = new Votes();
        for (RedactedText line : lines) {
            votes.look(peeler.peel(line));
        }
        return new EnvelopeProfile(kinds | votes.convinced(), peeler.table());
    }

    int kinds() {
        return kinds;
    }

    @Nullable
    TableShape table() {
        return table;
    }
}
