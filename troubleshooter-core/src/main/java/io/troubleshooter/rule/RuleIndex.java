package io.troubleshooter.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which literal belongs to which alternative of which rule. Immutable; the matchers of all parts share it. */
final class RuleIndex {

    final LiteralTable table;
    final CompiledMatch[] matches;
    /** Rule of each match. */
    final int[] ruleOf;
    /** First literal of each match: its {@code any}, then its {@code all}. */
    final int[] firstLiteral;

    private final int[] matchOf;

    RuleIndex(CompiledRule[] rules) {
        List<CompiledMatch> all = new ArrayList<>();
        int[] owners = new int[16];
        int literals = 0;
        for (int r = 0; r < rules.length; r++) {
            for (CompiledMatch match : rules[r].matches) {
                if (all.size() == owners.length) {
                    owners = Arrays.copyOf(owners, owners.length * 2);
                }
                owners[all.size()] = r;
                all.add(match);
                literals += match.any.length + match.all.length;
            }
        }
        matches = all.toArray(new CompiledMatch[0]);
        ruleOf = Arrays.copyOf(owners, matches.length);
        firstLiteral = new int[matches.length];
        matchOf = new int[literals];
        table = new LiteralTable(number(literals));
    }

    private byte[][] number(int size) {
        byte[][] literals = new byte[size][];
        int literal = 0;
        for (int m = 0; m < matches.length; m++) {
            firstLiteral[m] = literal;
            for (byte[] any : matches[m].any) {
                matchOf[literal] = m;
                literals[literal++] = any;
            }
            for (byte[] all : matches[m].all) {
                matchOf[literal] = m;
                literals[literal++] = all;
            }
        }
        return literals;
    }

    int matchOf(int literal) {
        return matchOf[literal];
    }

    /** Whether enough literals of the match were found. */
    boolean holds(int match, LiteralHits hits) {
        int literal = firstLiteral[match];
        int any = matches[match].any.length;
        boolean found = any == 0;
        for (int i = 0; i < any && !found; i++) {
            found = hits.has(literal + i);
        }
        literal += any;
        for (int i = 0; i < matches[match].all.length && found; i++) {
            found = hits.has(literal + i);
        }
        return found;
    }

    /** How many of the match's literals say where its regex is to be tried: its {@code any}, else its {@code all}. */
    int anchors(int match) {
        int any = matches[match].any.length;
        return any > 0 ? any : matches[match].all.length;
    }
}
