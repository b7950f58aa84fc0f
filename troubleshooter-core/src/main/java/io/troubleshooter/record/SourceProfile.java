package io.troubleshooter.record;

import io.troubleshooter.envelope.EnvelopeProfile;
import io.troubleshooter.envelope.EnvelopeReader;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;

/**
 * What the head of a source tells about all of it: the shape of a header that no known format explains, and whether
 * most lines have a header at all. Immutable; the parts of a source share one.
 */
public final class SourceProfile {

    /** How many lines are worth looking at. */
    public static final int HEAD_LINES = 1_000;

    // More lines would settle nothing, and at start-up each costs its time.
    private static final int SAMPLE = 160;

    private final EnvelopeProfile envelopes;
    private final HeaderShape shape;
    private final boolean headed;

    private SourceProfile(EnvelopeProfile envelopes, HeaderShape shape, boolean headed) {
        this.envelopes = envelopes;
        this.shape = shape;
        this.headed = headed;
    }

    /** @param head the first lines of the source, as redacted */
    public static SourceProfile of(List<RedactedText> head) {
        EnvelopeProfile envelopes = EnvelopeProfile.of(head);
        ShapeVote vote = new ShapeVote(sample(head, new EnvelopeReader(envelopes)));
        HeaderShape shape = vote.shape();
        return new SourceProfile(envelopes, shape, vote.isHeaded(shape));
    }

    private static List<RedactedText> sample(List<RedactedText> head, EnvelopeReader envelopes) {
        int step = Math.max(1, head.size() / SAMPLE);
        List<RedactedText> sample = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            RedactedText text = envelopes.read(head.get(i)).text();
            // The beginning counts most, and counts whole.
            if (i < SAMPLE / 2 || i % step == 0) {
                sample.add(text);
            }
        }
        return sample;
    }

    EnvelopeProfile envelopes() {
        return envelopes;
    }

    HeaderShape shape() {
        return shape;
    }

    /** Whether most lines begin with a header, so that one without it goes on with the line before. */
    boolean isHeaded() {
        return headed;
    }
}
