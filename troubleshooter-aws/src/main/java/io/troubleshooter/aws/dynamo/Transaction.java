package io.troubleshooter.aws.dynamo;

import java.util.List;

/**
 * What became of a transaction.
 *
 * @param refusals one for each of its writes, in their order; empty if it was done
 */
record Transaction(List<Refusal> refusals) {

    static final Transaction DONE = new Transaction(List.of());

    /**
     * What a write of a transaction that was not done found.
     *
     * @param failed whether it was this one's condition that did not hold
     * @param item what lies there, if it was asked for
     */
    record Refusal(boolean failed, Item item) {}

    boolean done() {
        return refusals.isEmpty();
    }
}
