package io.troubleshooter.model;

import io.troubleshooter.redact.RedactedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A second opinion on what goes into a turn with a model and what comes out, such as a guardrail. It is asked about the
 * question, the digest of the evidence and the answer, once each: not about raw lines, which would cost more than the
 * model itself. What holds without it are the checks in code. Thread-safe.
 */
public interface TextScreen {

    /** Finds nothing, costs nothing. */
    TextScreen NONE = new NoScreen();

    /** On which side of the model a text stands. */
    enum Side {
        INPUT,
        OUTPUT
    }

    /** What it is, with its version: an answer that one has seen is not taken for one that another has. */
    String id();

    /** The most that looking at so many characters costs, in millionths of a US dollar. */
    long most(int characters);

    /**
     * Looks at a text.
     *
     * @throws ModelException if there is no opinion to be had
     */
    Verdict screen(RedactedText text, Side side, CallLimits limits);

    /**
     * What was found.
     *
     * @param intervened whether a policy stepped in, be it to block or to mask
     * @param policies names of those that did, sorted; never a piece of the text
     * @param units that are billed, of all policies
     * @param microUsd what it cost
     */
    record Verdict(boolean intervened, List<String> policies, long units, long microUsd) {

        public static final Verdict CLEAN = new Verdict(false, List.of(), 0, 0);

        public Verdict {
            policies = List.copyOf(policies);
        }

        /** Of two pieces of one text. */
        public Verdict plus(Verdict other) {
            List<String> both = Stream.concat(policies.stream(), other.policies.stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Verdict(intervened || other.intervened, both, units + other.units, microUsd + other.microUsd);
        }
    }
}
