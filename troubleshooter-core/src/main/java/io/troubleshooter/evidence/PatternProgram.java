package io.troubleshooter.evidence;

import io.troubleshooter.evidence.PatternNode.Choice;
import io.troubleshooter.evidence.PatternNode.Edge;
import io.troubleshooter.evidence.PatternNode.One;
import io.troubleshooter.evidence.PatternNode.Repeat;
import io.troubleshooter.evidence.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as the steps of Thompson's construction: each is taken at most once per byte, which is what keeps
 * the search linear.
 */
final class PatternProgram {

    private static final int MAX_STEPS = 3_000;

    /** A step that consumes one of some bytes, or demands an edge, or neither; -1 stands for no further step. */
    private static final class Step {
        private @Nullable ByteSet bytes;
        private @Nullable Edge edge;
        private int next = -1;
        private int other = -1;
    }

    private final List<Step> steps = new ArrayList<>();
    private final int start;
    private final boolean hasEdges;

    PatternProgram(PatternNode whole) {
        int end = add(new Step());
        start = compile(whole, end);
        hasEdges = steps.stream().anyMatch(step -> step.edge != null);
    }

    int size() {
        return steps.size();
    }

    int start() {
        return start;
    }

    boolean hasEdges() {
        return hasEdges;
    }

    /** Whether the pattern is found once this step is reached. */
    boolean isEnd(int step) {
        return step == 0;
    }

    @Nullable
    ByteSet bytes(int step) {
        return steps.get(step).bytes;
    }

    @Nullable
    Edge edge(int step) {
        return steps.get(step).edge;
    }

    int next(int step) {
        return steps.get(step).next;
    }

    int other(int step) {
        return steps.get(step).other;
    }

    private int add(Step step) {
        if (steps.size() == MAX_STEPS) {
            throw new PatternException("it is too large: repeat less, or search for a part of it");
        }
        steps.add(step);
        return steps.size() - 1;
    }

    /** The first step of the node, after which {@code next} comes. */
    private int compile(PatternNode node, int next) {
        if (node instanceof One one) {
            return one(one, next);
        } else if (node instanceof Sequence sequence) {
            return sequence(sequence.parts(), next);
        } else if (node instanceof Choice choice) {
            return choice(choice.parts(), next);
        } else if (node instanceof Repeat repeat) {
            return repeat(repeat, next);
        }
        return edge((Edge) node, next);
    }

    private int one(One one, int next) {
        Step step = new Step();
        step.bytes = one.bytes();
        step.next = next;
        return add(step);
    }

    private int edge(Edge edge, int next) {
        Step step = new Step();
        step.edge = edge;
        step.next = next;
        return add(step);
    }

    private int sequence(List<PatternNode> parts, int next) {
        int after = next;
        for (int i = parts.size() - 1; i >= 0; i--) {
            after = compile(parts.get(i), after);
        }
        return after;
    }

    private int choice(List<PatternNode> parts, int next) {
        int first = compile(parts.get(parts.size() - 1), next);
        for (int i = parts.size() - 2; i >= 0; i--) {
            first = fork(compile(parts.get(i), next), first);
        }
        return first;
    }

    private int repeat(Repeat repeat, int next) {
        int after = repeat.max() < 0 ? loop(repeat.part(), next) : next;
        for (int i = repeat.min(); i < repeat.max(); i++) {
            after = fork(compile(repeat.part(), after), next);
        }
        for (int i = 0; i < repeat.min(); i++) {
            int before = steps.size();
            after = compile(repeat.part(), after);
            if (steps.size() == before) {
                return after; // an empty group, however often
            }
        }
        return after;
    }

    private int loop(PatternNode part, int next) {
        Step fork = new Step();
        int place = add(fork);
        fork.next = compile(part, place);
        fork.other = next;
        return place;
    }

    private int fork(int first, int second) {
        Step fork = new Step();
        fork.next = first;
        fork.other = second;
        return add(fork);
    }
}
