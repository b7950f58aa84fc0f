package io.troubleshooter.rule;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.Renumbering;
import java.util.List;

/** Matches the records of one part against the rules and gathers the findings. Mergeable; not thread-safe. */
public final class RuleMatcher {

    /** @param exemplars kept per finding */
    public RuleMatcher(RuleSet rules, int exemplars) {}

    /**
     * @param maskedId id of the record's masked message: what is known of one record's literals holds for all of them
     * @return whether the record is harmless noise
     */
    public boolean accept(LogRecord record, int maskedId) {
        return false;
    }

    /**
     * Takes in the matches of the part that follows.
     *
     * @param maskedIds this part's id of each of the other's masked ids
     */
    public void merge(RuleMatcher next, int[] maskedIds, Renumbering renumbering) {}

    /** Findings whose conditions hold, in the order of their first match. */
    public List<Finding> findings() {
        return List.of();
    }
}
