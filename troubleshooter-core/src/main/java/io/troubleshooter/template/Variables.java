package io.troubleshooter.template;

import java.util.Arrays;

/**
 * The variable parts of the message that a {@link TemplateMiner} took in last, in order. A reusable view: the next
 * {@code add} overwrites it. Offsets count bytes of that message.
 */
public final class Variables {

    private static final VariableKind[] KINDS = VariableKind.values();
    private static final int FIELDS = 5;

    private int[] data = new int[32 * FIELDS];
    private int count;

    Variables() {}

    public int count() {
        return count;
    }

    public VariableKind kind(int index) {
        return KINDS[data[index * FIELDS]];
    }

    public int start(int index) {
        return data[index * FIELDS + 1];
    }

    public int end(int index) {
        return data[index * FIELDS + 2];
    }

    /** Start of the word before it, which often says what it is ({@code port 80}, {@code status=200}). */
    public int labelStart(int index) {
        return data[index * FIELDS + 3];
    }

    /** End of the word before it; equals {@link #labelStart} where there is none. */
    public int labelEnd(int index) {
        return data[index * FIELDS + 4];
    }

    void clear() {
        count = 0;
    }

    void add(VariableKind kind, int start, int end, int labelStart, int labelEnd) {
        int at = count * FIELDS;
        if (at == data.length) {
            data = Arrays.copyOf(data, at * 2);
        }
        data[at] = kind.ordinal();
        data[at + 1] = start;
        data[at + 2] = end;
        data[at + 3] = labelStart;
        data[at + 4] = labelEnd;
        count++;
    }
}
