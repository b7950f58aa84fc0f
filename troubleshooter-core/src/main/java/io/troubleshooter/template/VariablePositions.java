package io.troubleshooter.template;

import java.util.Arrays;
import java.util.List;

/**
 * Finds places at which a word is a value: rows that agree in all other words hold many different ones there. How many
 * it takes depends on what the words look like and on how much else there is to agree in.
 */
final class VariablePositions {

    private static final int ENOUGH_NAMES = 3;
    private static final int ENOUGH_WORDS = 10;
    private static final int ENOUGH_FIRST_NAMES = 10;
    private static final int ENOUGH_FIRST_WORDS = 24;
    private static final int MIN_CONSTANTS = 2;

    private final Words words;

    VariablePositions(Words words) {
        this.words = words;
    }

    /** Makes variable words wild; whether there were any. */
    boolean generalise(List<Row> rows) {
        Groups groups = new Groups();
        for (Row row : rows) {
            collect(groups, row);
        }
        boolean changed = false;
        int next = 0;
        for (Row row : rows) {
            int end = next + row.words.length;
            changed |= apply(groups, row, next);
            next = end;
        }
        return changed;
    }

    private void collect(Groups groups, Row row) {
        for (int p = 0; p < row.words.length; p++) {
            groups.add(row.hashWithout(p, -1), row.words[p], words.isName(row.words[p]));
        }
    }

    private static boolean apply(Groups groups, Row row, int first) {
        long wild = 0;
        int constants = row.constants();
        boolean changed = false;
        for (int p = 0; p < row.words.length; p++) {
            if (row.words[p] != Row.WILD && groups.isVariable(first + p, p, constants - 1)) {
                wild++;
                row.words[p] = Row.WILD;
                changed = true;
            }
        }
        if (wild > 0) {
            row.makeWild(firstWild(row.words));
        }
        return changed;
    }

    private static int firstWild(int[] words) {
        int p = 0;
        while (words[p] != Row.WILD) {
            p++;
        }
        return p;
    }

    /** Rows that agree but for one place, counted. */
    private static final class Groups {

        private final LongIntMap numbers = new LongIntMap(1 << 14);
        private int[] groupOf = new int[1 << 14];
        private int entries;
        private int[] members = new int[1 << 14];
        private int[] names = new int[1 << 14];
        private boolean[] wild = new boolean[1 << 14];

        void add(long key, int word, boolean isName) {
            int group = numbers.number(key);
            if (group == members.length) {
                members = Arrays.copyOf(members, 2 * group);
                names = Arrays.copyOf(names, 2 * group);
                wild = Arrays.copyOf(wild, 2 * group);
            }
            if (entries == groupOf.length) {
                groupOf = Arrays.copyOf(groupOf, 2 * entries);
            }
            groupOf[entries++] = group;
            if (word == Row.WILD) {
                wild[group] = true;
            } else {
                members[group]++;
                names[group] += isName ? 1 : 0;
            }
        }

        boolean isVariable(int entry, int position, int otherConstants) {
            int group = groupOf[entry];
            if (otherConstants < 1) {
                return false;
            }
            if (wild[group] && otherConstants >= MIN_CONSTANTS) {
                return true;
            }
            boolean named = 2 * names[group] > members[group];
            int enough = position == 0
                    ? named ? ENOUGH_FIRST_NAMES : ENOUGH_FIRST_WORDS
                    : named ? ENOUGH_NAMES : ENOUGH_WORDS;
            return members[group] >= (otherConstants < MIN_CONSTANTS ? 2 * enough : enough);
        }
    }
}
