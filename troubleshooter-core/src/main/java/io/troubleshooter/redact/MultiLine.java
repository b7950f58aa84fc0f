package io.troubleshooter.redact;

import io.troubleshooter.normalize.NormalizedBlock;

/** What a line is part of, where a secret spans several. */
final class MultiLine {

    /** Takes the next line into account and adds what is secret in it because of the lines before. */
    void next(Line line, NormalizedBlock block, int index) {
        // Grows with the forms that span lines.
    }
}
