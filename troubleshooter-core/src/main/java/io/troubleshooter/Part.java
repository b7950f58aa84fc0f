package io.troubleshooter;

import io.troubleshooter.input.RawBlock;
import io.troubleshooter.normalize.NormalizedBlock;
import io.troubleshooter.normalize.Normalizer;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a source: blocks that are redacted by one redactor.
 *
 * @param before the block in front of the part, in which a secret that goes on here may have begun; null at the start
 */
record Part(List<RawBlock> blocks, @Nullable RawBlock before) {

    private static final int PRIMING_LINES = 200;

    /** Redacts all blocks; the numbering of the placeholders is the part's own. */
    List<RedactedBlock> redact(Redactor redactor) {
        Normalizer normalizer = new Normalizer();
        if (before != null) {
            redactor.prime(tail(normalizer.normalize(before)));
        }
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

    private static NormalizedBlock tail(NormalizedBlock block) {
        int from = Math.max(0, block.lines() - PRIMING_LINES);
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
