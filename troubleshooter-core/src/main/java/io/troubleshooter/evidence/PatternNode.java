package io.troubleshooter.evidence;

import java.util.List;

/** A regular expression as it was read. */
sealed interface PatternNode {

    /** One byte of a set. */
    record One(ByteSet bytes) implements PatternNode {}

    /** One after the other; of no parts, nothing. */
    record Sequence(List<PatternNode> parts) implements PatternNode {}

    /** Any one of these. */
    record Choice(List<PatternNode> parts) implements PatternNode {}

    /**
     * The part, some times over.
     *
     * @param max -1 for without end
     */
    record Repeat(PatternNode part, int min, int max) implements PatternNode {}

    /** What must hold between two bytes. */
    enum Edge implements PatternNode {
        START,
        END,
        WORD,
        NO_WORD
    }
}
