package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins what rules found, what earlier turns held and what the model says now, and ranks it by {@link Confidence}. What
 * rules found never disappears: at most it goes down. Not thread-safe.
 */
final class Merge {

    private static final int MOST = 8;
    private static final int WHY = 200;

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private Merge() {}

    /** Ranked hypotheses, and what became of earlier ones. */
    record Merged(List<Hypothesis> hypotheses, List<Change> changes) {}

    static Merged of(
            List<Hypothesis> offline,
            List<Hypothesis> earlier,
            List<ClaimCheck.Result<Claim.Cause>> claims,
            List<Feedback> feedback) {
        Merge merge = new Merge();
        merge.addOffline(offline);
        earlier.forEach(each -> merge.drafts.add(Draft.of(each, false)));
        claims.forEach(merge::take);
        return new Merged(merge.ranked(feedback), List.copyOf(merge.changes));
    }

    private void addOffline(List<Hypothesis> offline) {
        Map<Integer, Draft> byRank = new HashMap<>();
        for (Hypothesis each : offline) {
            Draft draft = Draft.of(each, true);
            byRank.put(each.rank(), draft);
            drafts.add(draft);
        }
        for (Hypothesis each : offline) {
            Draft draft = byRank.get(each.rank());
            if (draft != null) {
                draft.reason = byRank.get(each.followsFrom());
            }
        }
    }

    private void take(ClaimCheck.Result<Claim.Cause> result) {
        Claim.Cause claim = result.claim();
        Draft target = target(claim);
        switch (claim.relation()) {
            case CONFIRMED, NEW -> confirmOrAdd(result, target);
            case REFINED -> refine(result, target);
            case RETRACTED -> retract(claim, target);
        }
    }

    private @Nullable Draft target(Claim.Cause claim) {
        Draft named = claim.of().isEmpty() ? null : find(claim.of());
        return named == null ? find(claim.cause()) : named;
    }

    private @Nullable Draft find(String cause) {
        for (Draft draft : drafts) {
            if (draft.cause.equals(cause)) {
                return draft;
            }
        }
        return null;
    }

    private void confirmOrAdd(ClaimCheck.Result<Claim.Cause> result, @Nullable Draft target) {
        boolean same = target != null
                && (target.cause.equals(result.claim().cause())
                        || result.claim().relation() == Change.Kind.CONFIRMED);
        if (target != null && same) {
            target.confirm(result);
            change(Change.Kind.CONFIRMED, target, result.claim());
        } else {
            change(Change.Kind.NEW, add(result, 0), result.claim());
        }
    }

    private Draft add(ClaimCheck.Result<Claim.Cause> result, double floor) {
        Draft draft = Draft.of(result, floor);
        drafts.add(draft);
        return draft;
    }

    private void refine(ClaimCheck.Result<Claim.Cause> result, @Nullable Draft target) {
        if (target == null) {
            change(Change.Kind.NEW, add(result, 0), result.claim());
            return;
        }
        if (target.cause.equals(result.claim().cause())) {
            target.confirm(result);
            target.reword(result);
            change(Change.Kind.REFINED, target, result.claim());
            return;
        }
        Draft refined = add(result, 0);
        refined.confidence = Math.max(refined.confidence, Math.min(target.confidence, 0.85));
        target.confidence = Confidence.refined(target.confidence);
        change(Change.Kind.REFINED, refined, result.claim());
    }

    private void retract(Claim.Cause claim, @Nullable Draft target) {
        if (target == null) {
            return;
        }
        target.confidence = Confidence.retracted(target.confidence);
        if (!target.byRules) {
            drafts.remove(target);
        }
        change(Change.Kind.RETRACTED, target, claim);
    }

    private void change(Change.Kind kind, Draft draft, Claim.Cause claim) {
        String why = claim.explanation().isEmpty() ? claim.title() : claim.explanation();
        changes.add(new Change(kind, draft.cause, draft.title, firstSentence(why)));
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end + 1);
        return first.length() <= WHY ? first : first.substring(0, WHY) + "...";
    }

    private List<Hypothesis> ranked(List<Feedback> feedback) {
        Map<Draft, Integer> order = new IdentityHashMap<>();
        for (Draft draft : drafts) {
            order.put(draft, place(draft, feedback));
        }
        List<Draft> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.<Draft>comparingInt(draft -> order.getOrDefault(draft, 0))
                .thenComparingDouble(draft -> -weight(draft)));
        return numbered(sorted.subList(0, Math.min(MOST, sorted.size())));
    }

    /** What the user has confirmed stands before everything else, what the user has rejected behind it. */
    private static int place(Draft draft, List<Feedback> feedback) {
        int place = 0;
        for (Feedback each : feedback) {
            if (each.cause().equals(draft.cause)) {
                place = each.confirmed() ? -1 : 1;
            }
        }
        if (place != 0) {
            draft.confidence = Confidence.byUser(draft.confidence, place < 0);
        }
        return place;
    }

    /** A consequence does not stand before its cause. */
    private static double weight(Draft draft) {
        Draft reason = draft.reason;
        return reason == null ? draft.confidence : Math.min(draft.confidence, reason.confidence - 1e-9);
    }

    private static List<Hypothesis> numbered(List<Draft> sorted) {
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Draft draft = sorted.get(i);
            List<Integer> explains = new ArrayList<>();
            for (int k = 0; k < sorted.size(); k++) {
                if (sorted.get(k).reason == draft) {
                    explains.add(k + 1);
                }
            }
            int followsFrom = draft.reason == null ? 0 : sorted.indexOf(draft.reason) + 1;
            hypotheses.add(draft.at(i + 1, List.copyOf(explains), followsFrom));
        }
        return List.copyOf(hypotheses);
    }
}
