package io.troubleshooter.conversation;

/**
 * How sure an answer is of a cause that rules, a model and the user speak of. Models are rarely calibrated when they name
 * a probability, so that theirs counts within bounds that depend on what was checked:
 *
 * <ul>
 *   <li>a cause that only the model names: its own figure, at most 0.7 with one citation that stands, 0.85 with more;
 *   <li>a cause of the rules that the model confirms: what was missing to 1 shrinks by up to a half, at most 0.97;
 *   <li>a cause that the model refines into another keeps four fifths, one that it retracts on evidence the half;
 *   <li>what the user confirms has at least 0.95, what the user rejects at most 0.05.
 * </ul>
 */
final class Confidence {

    private static final double ONE_CITATION = 0.7;
    private static final double MORE_CITATIONS = 0.85;
    private static final double CONFIRMED_BY_MODEL = 0.97;

    private Confidence() {}

    static double ofClaim(double claimed, int citations) {
        return citations == 0 ? 0 : Math.min(claimed, citations == 1 ? ONE_CITATION : MORE_CITATIONS);
    }

    static double confirmed(double before, double claimed) {
        return Math.max(before, Math.min(CONFIRMED_BY_MODEL, before + (1 - before) * claimed / 2));
    }

    static double refined(double before) {
        return before * 0.8;
    }

    static double retracted(double before) {
        return before * 0.5;
    }

    static double byUser(double before, boolean confirmed) {
        return confirmed ? Math.max(before, 0.95) : Math.min(before, 0.05);
    }
}
