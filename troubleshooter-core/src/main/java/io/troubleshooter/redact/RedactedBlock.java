package io.troubleshooter.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Redacted lines: as many as the block had before, under the same numbers. */
public final class RedactedBlock {

    private final byte[] bytes;
    private final int[] starts;
    private final int[] ends;
    private final long[] numbers;
    private final int lines;
    private final Redactor issuer;

    /** @param bytes the lines one after the other, each ended by {@code \n}, so that they can be written at once */
    RedactedBlock(byte[] bytes, int[] starts, int[] ends, long[] numbers, int lines, Redactor issuer) {
        this.bytes = bytes;
        this.starts = starts;
        this.ends = ends;
        this.numbers = numbers;
        this.lines = lines;
        this.issuer = issuer;
    }

    public int lines() {
        return lines;
    }

    /** Physical number of line {@code index}, from 1. */
    public long number(int index) {
        return numbers[index];
    }

    public RedactedText line(int index) {
        return new RedactedText(bytes, starts[index], ends[index], issuer);
    }

    /** The lines of all blocks, of one redactor and at least one, in memory of their own, each ended by {@code \n}. */
    public static RedactedText text(List<RedactedBlock> blocks) {
        int length = 0;
        for (RedactedBlock block : blocks) {
            length += block.length();
        }
        byte[] all = new byte[length];
        int at = 0;
        for (RedactedBlock block : blocks) {
            System.arraycopy(block.bytes, 0, all, at, block.length());
            at += block.length();
        }
        return new RedactedText(all, 0, length, blocks.get(0).issuer);
    }

    private int length() {
        return lines == 0 ? 0 : ends[lines - 1] + 1;
    }

    /** Writes all lines as UTF-8, each ended by {@code \n}. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length());
    }
}
