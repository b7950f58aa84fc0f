package io.troubleshooter.rule;

import io.troubleshooter.record.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A known failure mode, or a line known to be harmless, as data. Texts may name captured entities in braces, {@code
 * {pod}}.
 *
 * @param id {@code area/name}, stable; what a hypothesis names as its cause
 * @param kind what a match means
 * @param title one sentence that says what broke, {@code Container {container} was killed for exceeding its memory
 *     limit}
 * @param weight how specific the mark is: the confidence, 0 to 1, that a match means what the title says
 * @param match alternatives, any of which suffices
 * @param unless regexes; a record in which one is found does not match
 * @param conditions on the whole input
 * @param explains ids, or {@code area/*}, of what this typically causes
 * @param explanation two or three sentences: what happens, why, how it shows
 * @param causes usual root causes, most common first
 * @param fixes in order of preference
 * @param checks read-only looks that settle it
 * @param references where the wording is documented
 */
public record Rule(
        String id,
        Kind kind,
        String title,
        double weight,
        List<Match> match,
        List<String> unless,
        Conditions conditions,
        List<String> explains,
        String explanation,
        List<String> causes,
        List<RuleFix> fixes,
        List<RuleCheck> checks,
        List<String> references) {

    /** What a match of the rule means. */
    public enum Kind {
        /** May be where an incident began. */
        CAUSE,
        /** A wrapper or consequence: never outranks a present cause, has no root-cause weight of its own. */
        SYMPTOM,
        /** Harmless by itself; the matching records are set aside. */
        NOISE
    }

    /**
     * One way in which the failure shows in a record.
     *
     * @param any literals of four bytes or more, compared without case; one of them has to occur in the record
     * @param all literals which all have to occur too
     * @param pattern a regex that has to be found, whose named groups are the captured entities; null where the
     *     literals suffice
     * @param levels levels of the record; empty means any
     * @param formats formats of the record; empty means any
     */
    public record Match(
            List<String> any, List<String> all, @Nullable String pattern, Set<Level> levels, Set<String> formats) {}

    /**
     * What must hold for the input as a whole.
     *
     * @param minCount matches needed
     * @param within all of {@code minCount} inside this time; null means at any distance
     * @param present ids of rules, at least one of which must have matched too; empty means none needed
     * @param absent ids of rules none of which may have matched
     * @param after ids of rules which must have matched before this one's first match, where present
     */
    public record Conditions(
            int minCount, @Nullable Duration within, List<String> present, List<String> absent, List<String> after) {

        public static final Conditions NONE = new Conditions(1, null, List.of(), List.of(), List.of());
    }

    /**
     * A change that mends it.
     *
     * @param command null where there is none
     * @param risk {@code low}, {@code medium} or {@code high}
     * @param rollback how to undo it
     */
    public record RuleFix(String action, @Nullable String command, String risk, String rollback) {}

    /**
     * A look that settles whether the rule is right.
     *
     * @param command read-only; null where it is a look at a page or setting
     * @param expect what it shows when this rule is right
     * @param then what to do when it shows that, or when it does not
     */
    public record RuleCheck(
            String check,
            @Nullable String command,
            String expect,
            @Nullable String then) {}
}
