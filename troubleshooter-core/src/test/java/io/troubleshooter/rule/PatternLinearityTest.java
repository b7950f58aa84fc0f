package io.troubleshooter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No built-in regex takes more than linear time, on text built to make it backtrack. */
class PatternLinearityTest {

    /** What a matcher sees at most at once; more than any bounded part of a pattern. */
    private static final int WINDOW = 4_096;

    /** Text of twice the length may take this much longer: linear takes 2, quadratic 4. */
    private static final double GROWTH = 3;

    /** Looks at a character below which growth does not matter. */
    private static final long CHEAP = 200_000;

    @Test
    void noPatternBacktracksWithoutBound() {
        List<String> slow = new ArrayList<>();
        RuleSet rules = RuleSet.builtIn();
        for (int i = 0; i < rules.size(); i++) {
            CompiledRule rule = rules.rule(i);
            for (CompiledMatch match : rule.matches) {
                if (match.pattern != null) {
                    check(rule.id, match.pattern, literals(match), slow);
                }
            }
            for (RulePattern unless : rule.unless) {
                check(rule.id + " unless", unless, List.of("error", "failed"), slow);
            }
        }
        assertThat(slow).isEmpty();
    }

    private static List<String> literals(CompiledMatch match) {
        List<String> literals = new ArrayList<>(LiteralTable.texts(match.any));
        literals.addAll(LiteralTable.texts(match.all));
        return literals.subList(0, Math.min(2, literals.size()));
    }

    private static void check(String id, RulePattern pattern, List<String> literals, List<String> slow) {
        List<String> half = hostile(literals, WINDOW / 2);
        List<String> whole = hostile(literals, WINDOW);
        for (int i = 0; i < whole.size(); i++) {
            long steps = steps(pattern, whole.get(i));
            if (steps > CHEAP && steps > GROWTH * steps(pattern, half.get(i))) {
                slow.add(id + ": " + steps + " steps on \"" + whole.get(i).substring(0, 24) + "...\"");
                return;
            }
        }
    }

    private static long steps(RulePattern pattern, String text) {
        StepCounter counter = new StepCounter(text);
        counter.run(pattern);
        return counter.steps();
    }

    /** The rule's own literals, alone and mixed with what its wildcards like to eat, again and again. */
    private static List<String> hostile(List<String> literals, int length) {
        List<String> texts = new ArrayList<>();
        for (String filler : List.of(" ", "a", "0", "a: ", "/a.", "\"")) {
            texts.add(repeated(filler, length));
            for (String literal : literals) {
                texts.add(repeated(literal + filler, length));
                texts.add(literal + repeated(filler, length));
                texts.add(repeated(filler, length) + literal);
            }
        }
        for (String literal : literals) {
            texts.add(repeated(literal, length));
        }
        return texts;
    }

    private static String repeated(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    /** Text that counts how often it is looked at. */
    private static final class StepCounter implements CharSequence {
        private static final long LIMIT = 3_000_000;
        private final String text;
        private long steps;

        StepCounter(String text) {
            this.text = text;
        }

        void run(RulePattern pattern) {
            try {
                pattern.compile().matcher(this).find();
            } catch (IllegalStateException spent) {
                steps = LIMIT;
            }
        }

        long steps() {
            return steps;
        }

        @Override
        public char charAt(int index) {
            if (++steps > LIMIT) {
                throw new IllegalStateException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
