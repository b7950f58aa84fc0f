package io.troubleshooter.http.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.error.TroubleshooterException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of all settings; tells those who write another one which they may have meant. */
final class SettingNames {

    private static final String VARIABLE = "TST_";

    /** Letters that may be wrong in the name of a variable for it to be taken for one of ours. */
    private static final int SLIPS = 2;

    private final Set<String> paths = new TreeSet<>();

    SettingNames(ObjectNode settings) {
        collect(settings, "");
    }

    private void collect(ObjectNode node, String before) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String path = before + field.getKey();
            if (field.getValue() instanceof ObjectNode section) {
                collect(section, path + ".");
            } else {
                paths.add(path);
            }
        }
    }

    /** {@code access.oidc.clockSkew} as {@code ACCESS_OIDC_CLOCK_SKEW}. */
    static String capitals(String path) {
        return path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** @throws TroubleshooterException if one of them is no setting */
    void checkPaths(Set<String> given) {
        for (String path : given) {
            if (!paths.contains(path)) {
                throw unknown(path);
            }
        }
    }

    TroubleshooterException unknown(String path) {
        return ConfigReader.wrong("There is no setting " + path + "; the nearest is " + nearest(path));
    }

    /**
     * Other programs of ours have variables too; refused are those that begin like a setting of the service, or are
     * almost one.
     *
     * @throws TroubleshooterException if one of them is meant as a setting, and is none
     */
    void checkVariables(Set<String> names) {
        Set<String> known = new TreeSet<>();
        paths.forEach(path -> known.add(VARIABLE + capitals(path)));
        for (String name : new TreeSet<>(names)) {
            if (name.startsWith(VARIABLE) && !known.contains(name)) {
                check(name, nearest(name, known));
            }
        }
    }

    private void check(String name, String nearest) {
        boolean ofSection = paths.stream()
                .anyMatch(path -> name.startsWith(VARIABLE + capitals(path.substring(0, path.indexOf('.'))) + "_"));
        if (ofSection || distance(name, nearest) <= SLIPS) {
            throw ConfigReader.wrong("There is no setting for the variable " + name + "; the nearest is " + nearest);
        }
    }

    private String nearest(String path) {
        return nearest(path, paths);
    }

    private static String nearest(String name, Set<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(name, each)))
                .orElseThrow();
    }

    /** How many letters have to be put in, left out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (char letter : one.toCharArray()) {
            next(row, letter, other);
        }
        return row[other.length()];
    }

    private static void next(int[] row, char letter, String other) {
        int diagonal = row[0]++;
        for (int column = 1; column < row.length; column++) {
            int above = row[column];
            int changed = diagonal + (other.charAt(column - 1) == letter ? 0 : 1);
            row[column] = Math.min(changed, 1 + Math.min(above, row[column - 1]));
            diagonal = above;
        }
    }
}
