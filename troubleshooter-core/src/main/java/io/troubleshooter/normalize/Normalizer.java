package io.troubleshooter.normalize;

import io.troubleshooter.input.RawBlock;

/** Turns blocks of one source, in order, into lines of valid UTF-8 without control codes. */
public final class Normalizer {

    public NormalizedBlock normalize(RawBlock block) {
        throw new IllegalStateException("owned by the normalize work: " + block);
    }
}
