package io.troubleshooter.evidence;

import java.util.function.BooleanSupplier;

/** A regular expression without anything that would need backtracking. */
final class RegexPattern extends LinePattern {

    private final PatternProgram program;

    RegexPattern(String regex) {
        this.program = new PatternProgram(PatternParser.parse(regex));
    }

    @Override
    Scan scan(BooleanSupplier stop) {
        PatternStates states = new PatternStates(program, stop);
        return (bytes, from, to) -> next(states, bytes, from, to);
    }

    private static int next(PatternStates states, byte[] bytes, int from, int to) {
        int start = from;
        while (start < to) {
            int state = states.initial();
            int at = start;
            while (at < to && bytes[at] != '\n' && state != PatternStates.FOUND) {
                state = states.after(state, bytes[at++] & 0xff);
            }
            if (state == PatternStates.FOUND || states.after(state, PatternStates.LINE_END) == PatternStates.FOUND) {
                return Math.max(start, at - 1);
            }
            start = at + 1;
        }
        return -1;
    }
}
