package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.util.List;

/**
 * What the head of a source tells about all of it: the formats that its lines vote for, and the columns of a header
 * that no known format explains. Immutable; the parts of a source share one.
 */
public final class SourceProfile {

    /** How many lines are worth looking at. */
    public static final int HEAD_LINES = 1_000;

    private final HeaderShape shape;
    private final boolean headed;

    private SourceProfile(HeaderShape shape, boolean headed) {
        this.shape = shape;
        this.headed = headed;
    }

    /** @param head the first lines of the source, as redacted */
    public static SourceProfile of(List<RedactedText> head) {
        return new SourceProfile(HeaderShape.CAUTIOUS, false);
    }

    HeaderShape shape() {
        return shape;
    }

    /** Whether most lines begin with a header, so that one without it goes on with the line before. */
    boolean isHeaded() {
        return headed;
    }
}
