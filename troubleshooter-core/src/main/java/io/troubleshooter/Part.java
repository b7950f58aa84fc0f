package io.troubleshooter;

import io.troubleshooter.input.RawBlock;
import io.troubleshooter.normalize.NormalizedBlock;
import io.troubleshooter.normalize.Normalizer;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a source: blocks that are redacted by one redactor.
 *
 * @param before the blocks in front of the part, in whose last lines a secret that goes on here may have begun; how many
 *     lines are looked at does not depend on how the input arrived
 */
record Part(List<RawBlock> blocks, List<RawBlock> before) {

    private static final int PRIMING_LINES = 200;

    /** Redacts all blocks; the numbering of the placeholders is the part's own. */
    List<RedactedBlock> redact(Redactor redactor) {
        Normalizer normalizer = new Normalizer();
        prime(redactor, normalizer);
        List<RedactedBlock> redacted = new ArrayList<>(blocks.size());
        for (RawBlock block : blocks) {
            redacted.add(redactor.redact(normalizer.normalize(block)));
        }
        return redacted;
    }

    RawBlock last() {
        return blocks.get(blocks.size() - 1);
    }

    /** The first lines of redacted blocks. */
    static List<RedactedText> head(List<RedactedBlock> blocks, int lines) {
        List<RedactedText> head = new ArrayList<>(lines);
        for (RedactedBlock block : blocks) {
            for (int i = 0; i < block.lines() && head.size() < lines; i++) {
                head.add(block.line(i));
            }
        }
        return head;
    }

    private void prime(Redactor redactor, Normalizer normalizer) {
        List<NormalizedBlock> clean = new ArrayList<>();
        int lines = 0;
        for (RawBlock block : before) {
            NormalizedBlock normalized = normalizer.normalize(block);
            lines += normalized.lines();
            clean.add(normalized);
        }
        int skip = Math.max(0, lines - PRIMING_LINES);
        for (NormalizedBlock block : clean) {
            int from = Math.min(skip, block.lines());
            redactor.prime(from(block, from));
            skip -= from;
        }
    }

    /** The last blocks of the part, with as many lines as the next one is primed with, if it has them. */
    List<RawBlock> ending() {
        int first = blocks.size() - 1;
        long last = blocks.get(first).firstLine();
        while (first > 0 && last - blocks.get(first).firstLine() < PRIMING_LINES) {
            first--;
        }
        return List.copyOf(blocks.subList(first, blocks.size()));
    }

    private static NormalizedBlock from(NormalizedBlock block, int from) {
        int lines = block.lines() - from;
        int[] starts = new int[lines];
        int[] ends = new int[lines];
        long[] numbers = new long[lines];
        for (int i = 0; i < lines; i++) {
            starts[i] = block.start(from + i);
            ends[i] = block.end(from + i);
            numbers[i] = block.number(from + i);
        }
        return new NormalizedBlock(block.bytes(), starts, ends, numbers, lines);
    }
}
