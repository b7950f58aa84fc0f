package io.troubleshooter.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules in force: built-in ones and the user's. Immutable, thread-safe. */
public final class RuleSet {

    private final CompiledRule[] rules;
    private final Map<String, Integer> byId;
    private final String version;
    private volatile @Nullable RuleIndex index;

    RuleSet(CompiledRule[] rules, String version) {
        this.rules = rules;
        this.version = version;
        this.byId = new HashMap<>(rules.length * 2);
        for (int i = 0; i < rules.length; i++) {
            byId.put(rules[i].id, i);
        }
    }

    /** The built-in rules. */
    public static RuleSet builtIn() {
        return BuiltInPack.load();
    }

    /** No rules: {@link #with} adds some. */
    public static RuleSet empty() {
        return new RuleSet(new CompiledRule[0], "000000000000");
    }

    /**
     * These rules and those of a pack in JSON, an array of rules; one with an id already present replaces it.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if a rule is wrong; the message names it
     */
    public RuleSet with(String packJson) {
        List<CompiledRule> all = new ArrayList<>(Arrays.asList(rules));
        Map<String, Integer> places = new HashMap<>(byId);
        for (CompiledRule added : new PackJson().read(packJson)) {
            Integer place = places.putIfAbsent(added.id, all.size());
            if (place == null) {
                all.add(added);
            } else {
                all.set(place, added);
            }
        }
        return new RuleSet(all.toArray(new CompiledRule[0]), versionWith(packJson));
    }

    private String versionWith(String packJson) {
        long hash = 0xcbf29ce484222325L;
        String all = version + packJson;
        for (int i = 0; i < all.length(); i++) {
            hash = (hash ^ all.charAt(i)) * 0x100000001b3L;
        }
        return String.format("%012x", hash >>> 16);
    }

    /** The rule with all of its texts; null where there is none of that id. */
    public @Nullable Rule get(String id) {
        Integer place = byId.get(id);
        return place == null ? null : rules[place].rule();
    }

    /** What a rule typically causes: ids, or {@code area/*}; empty where there is no rule of that id. */
    public List<String> explains(String id) {
        Integer place = byId.get(id);
        return place == null ? List.of() : rules[place].explains;
    }

    /** Ids of all rules, in order. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(rules.length);
        for (CompiledRule rule : rules) {
            ids.add(rule.id);
        }
        return ids;
    }

    /** Hash of all rules, as 12 hex digits. */
    public String version() {
        return version;
    }

    /** One rule by itself. */
    RuleSet only(String id) {
        return new RuleSet(new CompiledRule[] {rules[placeOf(id)]}, version);
    }

    int size() {
        return rules.length;
    }

    CompiledRule rule(int place) {
        return rules[place];
    }

    /** Place of the rule, -1 where there is none. */
    int placeOf(String id) {
        return byId.getOrDefault(id, -1);
    }

    RuleIndex index() {
        RuleIndex built = index;
        if (built == null) {
            built = new RuleIndex(rules);
            index = built;
        }
        return built;
    }
}
