package io.troubleshooter.evidence;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedBlock;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the lines of one part of a source, and notes where its records stand. Not thread-safe. */
public final class PartKeeper implements Consumer<LogRecord> {

    private final List<RedactedBlock> blocks;
    private final RecordTable records;

    public PartKeeper(List<RedactedBlock> blocks) {
        this.blocks = blocks;
        this.records = new RecordTable(firstLine(blocks));
    }

    /** Takes in the next record of the part. */
    @Override
    public void accept(LogRecord record) {
        records.add(record);
    }

    /** The part, once all of its records are known. */
    public KeptPart keep() {
        return KeptPart.of(RedactedBlock.text(blocks), numbers(), records.seal());
    }

    private long[] numbers() {
        int lines = 0;
        for (RedactedBlock block : blocks) {
            lines += block.lines();
        }
        long[] numbers = new long[lines];
        int line = 0;
        for (RedactedBlock block : blocks) {
            for (int i = 0; i < block.lines(); i++) {
                numbers[line++] = block.number(i);
            }
        }
        return numbers;
    }

    private static long firstLine(List<RedactedBlock> blocks) {
        for (RedactedBlock block : blocks) {
            if (block.lines() > 0) {
                return block.number(0);
            }
        }
        return 1;
    }
}
