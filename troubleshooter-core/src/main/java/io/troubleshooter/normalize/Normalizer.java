package io.troubleshooter.normalize;

import io.troubleshooter.input.RawBlock;

/**
 * Turns blocks of one source, in order, into lines of valid UTF-8 without control codes. Every line stands for itself:
 * what is done to it does not depend on others. Not thread-safe.
 *
 * <p>Ordinary lines are looked at once, eight bytes at a time, and share the bytes of the block.
 */
public final class Normalizer {

    private final LineCleaner cleaner = new LineCleaner();

    /** Cleans a text at hand, whose lines are numbered from 1. */
    public NormalizedBlock normalize(byte[] text) {
        return normalize(new RawBlock(text, text.length, 1, false));
    }

    /** Cleans the next block of the source. */
    public NormalizedBlock normalize(RawBlock block) {
        Lines lines = new Lines(block);
        ByteScan scan = new ByteScan(block.bytes(), block.length());
        while (scan.nextLine()) {
            if (scan.isPlain()) {
                lines.keep(scan.start(), scan.end());
            } else {
                clean(block.bytes(), scan, lines);
            }
        }
        return lines.build();
    }

    private void clean(byte[] bytes, ByteScan scan, Lines lines) {
        if (cleaner.clean(bytes, scan.start(), scan.end())) {
            lines.replace(scan.start(), cleaner.bytes(), cleaner.length());
        } else {
            lines.keep(scan.start(), scan.end());
        }
    }
}
