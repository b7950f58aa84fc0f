package io.troubleshooter.aws.dynamo;

/**
 * What became of a conditional writing.
 *
 * @param done whether it was done by the last attempt
 * @param item what lay there before, if it was done and asked for; what lies there, if its condition did not hold
 * @param unsure not done by the last attempt, but perhaps by one before it, whose answer was lost
 */
record Outcome(boolean done, Item item, boolean unsure) {

    static Outcome done(Item before) {
        return new Outcome(true, before, false);
    }

    static Outcome refused(Item is, boolean unsure) {
        return new Outcome(false, is, unsure);
    }
}
