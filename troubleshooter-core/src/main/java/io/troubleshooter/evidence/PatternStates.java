package io.troubleshooter.evidence;

import io.troubleshooter.evidence.PatternNode.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deterministic automaton of a pattern, of which only what the text needs is built, and thrown away when it has grown
 * large. What must hold between two bytes is decided when the second is known. Not thread-safe.
 */
final class PatternStates {

    static final int FOUND = 0;
    static final int LINE_END = 256;

    private static final int UNKNOWN = -1;
    private static final int MAX_STATES = 1_000;
    private static final int STRIDE = 1 << 20;

    private static final int AT_START = 0;
    private static final int AFTER_WORD = 1;
    private static final int AFTER_OTHER = 2;

    /** Steps to be taken next, sorted; the last number says what came before. */
    private record Key(int[] steps) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Arrays.equals(steps, that.steps);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(steps);
        }
    }

    private final PatternProgram program;
    private final BooleanSupplier stop;
    private final Map<Key, Integer> known = new HashMap<>();
    private final List<int[]> steps = new ArrayList<>();
    private int[][] table = new int[16][];
    private int work;

    private final int[] seen;
    private final int[] stack;
    private final int[] reached;
    private int generation;
    private int reachedSize;

    PatternStates(PatternProgram program, BooleanSupplier stop) {
        this.program = program;
        this.stop = stop;
        this.seen = new int[program.size()];
        this.stack = new int[program.size() * 3 + 3];
        this.reached = new int[program.size()];
        reset();
    }

    private void reset() {
        known.clear();
        steps.clear();
        steps.add(new int[0]); // stands for FOUND
        state(new int[] {AT_START});
    }

    int initial() {
        return 1;
    }

    /** The state after one more byte, or after {@link #LINE_END}; {@link #FOUND} once the pattern is complete. */
    int after(int state, int b) {
        int next = table[state][b];
        return next == UNKNOWN ? compute(state, b) : next;
    }

    private int compute(int state, int b) {
        int[] from = steps.get(state);
        boolean found = reach(from, b);
        countWork();
        if (found) {
            table[state][b] = FOUND;
            return FOUND;
        }
        int[] key = b == LINE_END ? new int[] {AT_START} : consume(b);
        if (steps.size() >= MAX_STATES) {
            reset();
            return state(key);
        }
        int next = state(key);
        table[state][b] = next;
        return next;
    }

    /** All steps that can be taken from these, and from the start of the pattern, without consuming a byte. */
    private boolean reach(int[] from, int b) {
        generation++;
        reachedSize = 0;
        int before = from[from.length - 1];
        int top = 0;
        for (int i = 0; i < from.length - 1; i++) {
            stack[top++] = from[i];
        }
        stack[top++] = program.start();
        while (top > 0) {
            int step = stack[--top];
            if (step < 0 || seen[step] == generation) {
                continue;
            }
            seen[step] = generation;
            if (program.isEnd(step)) {
                return true;
            }
            if (program.bytes(step) != null) {
                reached[reachedSize++] = step;
            } else if (holds(program.edge(step), before, b)) {
                stack[top++] = program.next(step);
                stack[top++] = program.other(step);
            }
        }
        return false;
    }

    private static boolean holds(@Nullable Edge edge, int before, int b) {
        if (edge == null) {
            return true;
        }
        boolean atWord = before == AFTER_WORD != isWord(b);
        return switch (edge) {
            case START -> before == AT_START;
            case END -> b == LINE_END;
            case WORD -> atWord;
            case NO_WORD -> !atWord && !isInsideCharacter(b);
        };
    }

    /** Whether the byte goes on with a character of several. */
    private static boolean isInsideCharacter(int b) {
        return b >= 0x80 && b < 0xc0;
    }

    private static boolean isWord(int b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_';
    }

    private int[] consume(int b) {
        int[] next = new int[reachedSize + 1];
        int size = 0;
        generation++;
        for (int i = 0; i < reachedSize; i++) {
            ByteSet bytes = program.bytes(reached[i]);
            int step = program.next(reached[i]);
            if (bytes != null && bytes.has(b) && seen[step] != generation) {
                seen[step] = generation;
                next[size++] = step;
            }
        }
        Arrays.sort(next, 0, size);
        next[size] = !program.hasEdges() || !isWord(b) ? AFTER_OTHER : AFTER_WORD;
        return Arrays.copyOf(next, size + 1);
    }

    private int state(int[] key) {
        Integer place = known.get(new Key(key));
        if (place != null) {
            return place;
        }
        int added = steps.size();
        steps.add(key);
        known.put(new Key(key), added);
        if (added == table.length) {
            table = Arrays.copyOf(table, added * 2);
        }
        table[added] = new int[LINE_END + 1];
        Arrays.fill(table[added], UNKNOWN);
        return added;
    }

    private void countWork() {
        work += program.size();
        if (work > STRIDE) {
            work = 0;
            if (stop.getAsBoolean()) {
                throw new LinePattern.Stopped();
            }
        }
    }
}
