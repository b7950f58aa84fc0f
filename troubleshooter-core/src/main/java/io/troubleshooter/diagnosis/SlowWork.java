package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Long work that a program reports calmly when it is done. It is a cause only where others complained while it ran; most
 * long work is routine.
 */
final class SlowWork {

    private static final String ID = "slow/operation";

    /** What happens oftener is how this program always works. */
    private static final int RARE = 3;

    /** Clocks, and the time between the end of the work and its line. */
    private static final int SLACK_SECONDS = 1;

    private SlowWork() {}

    static List<Candidate> thatNobodyFelt(List<Candidate> candidates) {
        List<Candidate> unfelt = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.cause().equals(ID) && !isFelt(candidate, candidates)) {
                unfelt.add(candidate);
            }
        }
        return unfelt;
    }

    private static boolean isFelt(Candidate work, List<Candidate> others) {
        if (work.count() > RARE) {
            return false;
        }
        for (Candidate other : others) {
            if (EffectGroups.link(work, other) && isDuring(other, work)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDuring(Candidate complaint, Candidate work) {
        return work.firstTime() != null
                && complaint.firstTime() != null
                && !complaint.firstTime().isAfter(work.firstTime().plusSeconds(SLACK_SECONDS));
    }
}
