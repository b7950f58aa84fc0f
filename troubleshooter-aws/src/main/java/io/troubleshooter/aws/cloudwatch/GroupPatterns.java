package io.troubleshooter.aws.cloudwatch;

import java.util.List;

/**
 * Which log groups may be read.
 *
 * @param patterns names, or beginnings of names that end in {@code *}; empty for all
 */
public record GroupPatterns(List<String> patterns) {

    /** Every group that the credentials allow. */
    public static final GroupPatterns ALL = new GroupPatterns(List.of());

    /** @throws IllegalArgumentException if one is blank, or has a {@code *} that is not its end */
    public GroupPatterns {
        patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            int star = pattern.indexOf('*');
            if (pattern.isBlank() || star >= 0 && star < pattern.length() - 1) {
                throw new IllegalArgumentException("a pattern is a name of a log group, or its beginning and a *");
            }
        }
    }

    public boolean allows(String group) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, group));
    }

    private static boolean matches(String pattern, String group) {
        return pattern.endsWith("*")
                ? group.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(group);
    }
}
