package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Effects that many causes share. A rule names a group, {@code @peer-gone}, where it would have to list all that the
 * peers of a dead or slow process print.
 */
final class EffectGroups {

    private static final char MARK = '@';

    /** A pause is told of when it is over, so after what it led to. */
    private static final String SLOW = "@peer-slow";

    private static volatile List<String[]> rows = List.of();

    private EffectGroups() {}

    /** Whether one of the groups named among the effects holds this one, and the order of the two allows it. */
    static boolean link(Candidate cause, Candidate effect) {
        for (String group : cause.explains()) {
            boolean named = !group.isEmpty() && group.charAt(0) == MARK;
            if (named && holds(group, effect.cause()) && Order.allows(cause, effect, group.equals(SLOW))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String group, String id) {
        for (String[] row : rows()) {
            if (row[0].equals(group) && isMember(row, id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMember(String[] row, String id) {
        for (int i = 1; i < row.length; i++) {
            if (Candidate.isOf(row[i], id)) {
                return true;
            }
        }
        return false;
    }

    private static List<String[]> rows() {
        if (rows.isEmpty()) {
            rows = read();
        }
        return rows;
    }

    private static List<String[]> read() {
        List<String[]> read = new ArrayList<>();
        for (String line : WordFile.lines("effect-groups.txt")) {
            read.add(line.split(" "));
        }
        return read;
    }
}
