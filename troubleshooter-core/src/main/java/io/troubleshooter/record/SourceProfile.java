package io.troubleshooter.record;

import io.troubleshooter.envelope.EnvelopeProfile;
import io.troubleshooter.envelope.EnvelopeReader;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable InferredHeader inferred;

    private SourceProfile(
            EnvelopeProfile envelopes, HeaderShape shape, boolean headed, @Nullable InferredHeader inferred) {
        this.inferred = inferred;
        this.envelopes = envelopes;
        this.shape = shape;
        this.headed = headed;
    }

    /**
     * What these lines tell.
     *
     * @param head the first lines of the source, as redacted
     */
    public static SourceProfile of(List<RedactedText> head) {
        EnvelopeProfile envelopes = EnvelopeProfile.of(head);
        List<RedactedText> lines = payloads(head, new EnvelopeReader(envelopes));
        ShapeVote vote = new ShapeVote(sample(lines));
        HeaderShape shape = vote.shape();
        if (vote.isHeaded(shape)) {
            return new SourceProfile(envelopes, shape, true, null);
        }
        InferredHeader inferred = HeaderInference.of(lines);
        boolean most = inferred != null && inferred.support() * 2 >= lines.size();
        return new SourceProfile(envelopes, shape, most, inferred);
    }

    private static List<RedactedText> payloads(List<RedactedText> head, EnvelopeReader envelopes) {
        List<RedactedText> payloads = new ArrayList<>(head.size());
        for (RedactedText line : head) {
            payloads.add(envelopes.read(line).text());
        }
        return payloads;
    }

    private static List<RedactedText> sample(List<RedactedText> lines) {
        int step = Math.max(1, lines.size() / SAMPLE);
        List<RedactedText> sample = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            // The beginning counts most, and counts whole.
            if (i < SAMPLE / 2 || i % step == 0) {
                sample.add(lines.get(i));
            }
        }
        return sample;
    }

    EnvelopeProfile envelopes() {
        return envelopes;
    }

    @Nullable
    InferredHeader inferred() {
        return inferred;
    }

    HeaderShape shape() {
        return shape;
    }

    /** Whether most lines begin with a header, so that one without it goes on with the line before. */
    boolean isHeaded() {
        return headed;
    }
}
