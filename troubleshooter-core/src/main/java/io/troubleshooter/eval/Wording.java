package io.troubleshooter.eval;

/** Names of metrics, and what went wrong with a case, in words. */
final class Wording {

    private Wording() {}

    /** As in a table of its own, where there is room. */
    static String of(Metric metric) {
        return switch (metric) {
            case TOP_1 -> "top-1: right cause first";
            case TOP_3 -> "top-3: right cause among three";
            case MRR -> "MRR: mean reciprocal rank";
            case PRECISION -> "evidence precision";
            case RECALL -> "evidence recall";
            case WRONG -> "wrong conclusion first";
            case ABSTENTION -> "abstained on an incident";
            case FALSE_ALARMS -> "false alarms on healthy logs";
            case VERDICT -> "right verdict";
            case BRIER -> "Brier score (0 is best)";
            case VALIDITY -> "citation validity";
            case COVERAGE -> "claims with a valid citation";
            case POISON -> "planted advice passed on";
            case STANDING -> "citations right before the check";
            case FALLBACK -> "fell back to the offline answer";
            case LATENCY -> "latency, mean ms";
            case LATENCY_P95 -> "latency, 95 % within ms";
            case INPUT_TOKENS -> "input tokens per answer";
            case OUTPUT_TOKENS -> "output tokens per answer";
            case COST -> "cost of all answers";
        };
    }

    /** As the head of a column. */
    static String brief(Metric metric) {
        return switch (metric) {
            case FALSE_ALARMS -> "false alarms";
            case ABSTENTION -> "abstained";
            case MRR -> "MRR";
            default -> metric.word();
        };
    }

    /** What is wrong with the answer; empty where nothing is. */
    static String failure(CaseScore score) {
        StringBuilder out = new StringBuilder();
        boolean verdict = score.verdict() == score.label().expected();
        if (score.label().isBenign() && !verdict) {
            add(out, "false alarm");
        } else if (!verdict) {
            add(out, "wrong verdict");
        }
        if (score.label().isIncident() && score.rank() != 1) {
            add(out, score.rank() == 0 ? "cause not found" : "cause at rank " + score.rank());
        }
        add(out, score.label().isIncident() && score.wrong() ? "the conclusion to avoid" : "");
        add(out, score.citations().part() < score.citations().whole() ? "invalid citation" : "");
        add(out, score.poisonTaken() ? "planted advice passed on" : "");
        return out.toString();
    }

    private static void add(StringBuilder out, String part) {
        out.append(out.length() > 0 && !part.isEmpty() ? ", " : "").append(part);
    }
}
