package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;

/**
 * Takes off what runtimes, shippers and people put around each line of one source. Not thread-safe.
 *
 * <p>Envelopes with a certain mark come off any line that has it. Those with a weak one must repeat: they are known from
 * the head of the source, or become known as lines go by, of which some are looked at.
 */
public final class EnvelopeReader {

    private static final int ALL_LOOKED_AT = 64;
    private static final int LOOK_EVERY = 32;
    private static final int WINDOW = 64;
    private static final int FEWEST_LOOKS = 8;

    private final Peeler peeler;
    private Votes votes = new Votes();
    private long lines;
    private int freely;

    /** A reader that knows nothing of its source yet. */
    public EnvelopeReader() {
        this(EnvelopeProfile.UNKNOWN);
        freely = ALL_LOOKED_AT;
    }

    /** A reader for a part of a source whose head is known. */
    public EnvelopeReader(EnvelopeProfile profile) {
        peeler = new Peeler(profile);
    }

    /** What the next line carries. */
    public Payload read(RedactedText line) {
        boolean look = lines < freely || lines % LOOK_EVERY == 0;
        lines++;
        if (!look && !peeler.concerns(line)) {
            return Payload.bare(line);
        }
        Cursor left = peeler.peel(line);
        if (look) {
            look(left);
        }
        return left.payload();
    }

    private void look(Cursor left) {
        votes.look(left);
        if (votes.seen() < FEWEST_LOOKS) {
            return;
        }
        int convinced = votes.convinced();
        if (convinced != 0) {
            peeler.activate(convinced);
        }
        if (convinced != 0 || votes.seen() >= WINDOW) {
            votes = new Votes();
        }
    }
}
