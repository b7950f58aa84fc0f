package io.troubleshooter.template;

import io.troubleshooter.redact.RedactedText;
import java.util.Arrays;

/** Writes the template of a row: the words of its first message, with a wildcard for what varies in the row. */
final class TemplateText {

    private final MaskedLines lines;
    private final MessageScanner scanner;
    private boolean[] variedWords = new boolean[64];
    private boolean[] variedSlots = new boolean[64];

    TemplateText(MaskedLines lines, MessageScanner scanner) {
        this.lines = lines;
        this.scanner = scanner;
    }

    RedactedText of(Row row) {
        int first = row.members[0];
        RedactedText example = lines.example(first);
        scanner.scan(example);
        if (lines.kept(first) >= 0) {
            scanner.coarsen(lines.kept(first));
        }
        compare(row);
        return write(new TemplateWriter(example, scanner));
    }

    private void compare(Row row) {
        int first = row.members[0];
        int[] shapes = lines.shapes(first);
        variedWords = cleared(variedWords, row.words.length);
        variedSlots = cleared(variedSlots, shapes.length);
        for (int slot = 0; slot < shapes.length; slot++) {
            variedSlots[slot] = shapes[slot] == Slots.VARIED;
        }
        for (int i = 1; i < row.members.length; i++) {
            compare(first, row.members[i]);
        }
    }

    private static boolean[] cleared(boolean[] flags, int size) {
        if (size > flags.length) {
            return new boolean[2 * size];
        }
        Arrays.fill(flags, 0, size, false);
        return flags;
    }

    /** Walks through the words of two lines of one skeleton. */
    private void compare(int first, int other) {
        byte[] a = lines.masked(first);
        byte[] b = lines.masked(other);
        int slotA = 0;
        int slotB = 0;
        int i = 0;
        int j = 0;
        for (int word = 0; i < a.length; ) {
            int endA = Words.wordEnd(a, i);
            int endB = Words.wordEnd(b, j);
            if (endA == i) {
                i++;
                j++;
                continue;
            }
            int marksA = Words.marks(a, i, endA);
            if (Arrays.equals(a, i, endA, b, j, endB)) {
                compareSlots(lines.shapes(first), slotA, lines.shapes(other), slotB, marksA);
            } else {
                variedWords[word] = true;
            }
            slotA += marksA;
            slotB += Words.marks(b, j, endB);
            i = endA;
            j = endB;
            word++;
        }
    }

    private void compareSlots(int[] a, int fromA, int[] b, int fromB, int count) {
        for (int k = 0; k < count; k++) {
            variedSlots[fromA + k] |= a[fromA + k] != b[fromB + k];
        }
    }

    private RedactedText write(TemplateWriter writer) {
        byte[] masked = Arrays.copyOf(scanner.out, scanner.outLength);
        int slot = 0;
        int word = 0;
        int at = 0;
        while (at < masked.length) {
            int end = Words.wordEnd(masked, at);
            if (end == at) {
                writer.separator(masked[at++]);
                continue;
            }
            boolean varied = variedWords[word++];
            if (varied) {
                writer.wildcard();
            }
            for (; at < end; at++) {
                if (masked[at] == MessageScanner.MARK) {
                    writer.slot(slot, varied, variedSlots[slot]);
                    slot++;
                } else {
                    writer.constant(varied);
                }
            }
        }
        return writer.text();
    }
}
