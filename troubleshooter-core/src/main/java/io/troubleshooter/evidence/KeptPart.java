package io.troubleshooter.evidence;

import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Adjacent lines of one source with their records. Immutable, thread-safe. */
public final class KeptPart {

    private static final int BYTES_PER_LINE = Integer.BYTES;

    /** The lines, each ended by a line break. */
    private final RedactedText text;

    /** Offset of each line, and of the end. */
    private final int[] starts;

    private final long first;

    /** What to add to {@code first} for the number of each line; null where the numbers have no gaps. */
    private final int @Nullable [] offsets;

    private final RecordTable records;

    private KeptPart(RedactedText text, int[] starts, long first, int @Nullable [] offsets, RecordTable records) {
        this.text = text;
        this.starts = starts;
        this.first = first;
        this.offsets = offsets;
        this.records = records;
    }

    static KeptPart of(RedactedText text, long[] numbers, RecordTable records) {
        long first = numbers.length == 0 ? 1 : numbers[0];
        return new KeptPart(text, starts(text, numbers.length), first, offsets(numbers), records);
    }

    /** A text of its own, numbered from 1, such as the output of a tool; its last line may lack its line break. */
    static KeptPart of(RedactedText text) {
        RedactedText whole =
                text.joiner().append(text).append(RedactedJoiner.Mark.NEWLINE).join();
        int lines = 0;
        for (int i = 0; i < whole.length(); i++) {
            lines += whole.byteAt(i) == '\n' ? 1 : 0;
        }
        return new KeptPart(whole, starts(whole, lines), 1, null, RecordTable.EMPTY);
    }

    private static int[] starts(RedactedText text, int lines) {
        byte[] bytes = new byte[text.length()];
        text.copyTo(bytes, 0);
        int[] starts = new int[lines + 1];
        int line = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                starts[++line] = i + 1;
            }
        }
        return starts;
    }

    private static int @Nullable [] offsets(long[] numbers) {
        int[] offsets = new int[numbers.length];
        boolean gaps = false;
        for (int i = 0; i < numbers.length; i++) {
            offsets[i] = (int) (numbers[i] - numbers[0]);
            gaps |= offsets[i] != i;
        }
        return gaps ? offsets : null;
    }

    /** The part under the numbers of the whole session. */
    public KeptPart renumbered(Renumbering renumbering) {
        RedactedText changed = renumbering.apply(text);
        boolean same = changed.length() == text.length() && changed.equals(text);
        return same ? this : new KeptPart(changed.compact(), starts(changed, lines()), first, offsets, records);
    }

    /** How many lines. */
    public int lines() {
        return starts.length - 1;
    }

    RecordTable records() {
        return records;
    }

    /** Physical number of line {@code index}. */
    long number(int index) {
        return offsets == null ? first + index : first + offsets[index];
    }

    long lastNumber() {
        return number(lines() - 1);
    }

    /** Index of the first line whose number is {@code number} or above; {@link #lines()} where there is none. */
    int indexOf(long number) {
        if (offsets == null) {
            return (int) Math.max(0, Math.min(lines(), number - first));
        }
        int low = 0;
        int high = lines();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number(middle) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the line in which the byte at {@code offset} stands. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int start(int index) {
        return starts[index];
    }

    /** The lines from {@code from} to before {@code to}, joined by line breaks; at least one. */
    RedactedText text(int from, int to) {
        return text.slice(starts[from], starts[to] - 1);
    }

    /** All lines as bytes, each ended by a line break. */
    byte[] bytes(byte[] reuse) {
        byte[] bytes = reuse.length >= text.length() ? reuse : new byte[text.length()];
        text.copyTo(bytes, 0);
        return bytes;
    }

    int length() {
        return text.length();
    }

    /** Bytes of memory that the lines from {@code from} to before {@code to} take. */
    long size(int from, int to) {
        if (from >= to) {
            return 0;
        }
        long entries = records.place(number(to - 1) + 1) - (long) records.place(number(from));
        long perLine = offsets == null ? BYTES_PER_LINE : 2 * BYTES_PER_LINE;
        return starts[to] - starts[from] + perLine * (to - from) + RecordTable.BYTES_EACH * entries;
    }

    long size() {
        return size(0, lines());
    }

    /** How many of the first lines fit. */
    int fitting(long room) {
        int low = 0;
        int high = lines();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (size(0, middle) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The lines from {@code from} to before {@code to}, at least one, in memory of their own. */
    KeptPart only(int from, int to) {
        if (from == 0 && to == lines()) {
            return this;
        }
        int[] some = Arrays.copyOfRange(starts, from, to + 1);
        for (int i = 0; i < some.length; i++) {
            some[i] -= starts[from];
        }
        return new KeptPart(
                text.slice(starts[from], starts[to]).compact(),
                some,
                number(from),
                offsets == null ? null : shifted(offsets, from, to),
                records.only(number(from), number(to - 1)));
    }

    private static int[] shifted(int[] offsets, int from, int to) {
        int[] some = Arrays.copyOfRange(offsets, from, to);
        for (int i = 0; i < some.length; i++) {
            some[i] -= offsets[from];
        }
        return some;
    }
}
