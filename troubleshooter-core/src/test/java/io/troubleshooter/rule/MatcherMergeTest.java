package io.troubleshooter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.Renumbering;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However an input is cut into parts, the findings are those of the whole. */
class MatcherMergeTest {

    private static final List<String> LINES = List.of(
            "frobbed 1", "frobbed 2", "frobbed 3", "frobbed", "noise of frobs", "other", "frobbed again", "needs frob");

    private static final RuleSet RULES = RuleSet.empty().with("""
            [{"id":"a/frob","kind":"CAUSE","title":"t","match":[{"any":["frobbed"],"pattern":"frobbed(?: (?<n>\\\\d))?"}]},
             {"id":"a/dense","kind":"CAUSE","title":"t","match":[{"any":["frobbed"]}],
              "conditions":{"minCount":4,"within":"PT20S"}},
             {"id":"a/noise","kind":"NOISE","title":"t","match":[{"any":["noise"]}]},
             {"id":"a/needs","kind":"SYMPTOM","title":"t","match":[{"any":["needs"]}],"conditions":{"after":["a/frob"]}}]""");

    @Property(tries = 300)
    void cutAnywhere(
            @ForAll @Size(max = 40) List<@IntRange(max = 7) Integer> lines,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll @IntRange(max = 40) int cut2,
            @ForAll @IntRange(min = 1, max = 9) int step) {
        RuleMatcher whole = new RuleMatcher(RULES, 3);
        RuleMatcher[] parts = {new RuleMatcher(RULES, 3), new RuleMatcher(RULES, 3), new RuleMatcher(RULES, 3)};
        for (int i = 0; i < lines.size(); i++) {
            int kind = lines.get(i);
            LogRecord record = Records.at(i + 1, Instant.ofEpochSecond((long) i * step), Level.ERROR, LINES.get(kind));
            whole.accept(record, kind);
            parts[(i >= cut ? 1 : 0) + (i >= cut2 ? 1 : 0)].accept(record, kind);
        }
        int[] same = {0, 1, 2, 3, 4, 5, 6, 7};
        parts[0].merge(parts[1], same, Renumbering.NONE);
        parts[0].merge(parts[2], same, Renumbering.NONE);

        assertThat(parts[0].findings()).isEqualTo(whole.findings());
    }
}
