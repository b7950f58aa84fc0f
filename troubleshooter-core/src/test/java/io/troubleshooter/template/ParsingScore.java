package io.troubleshooter.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well templates found agree with the true ones: GA and PA as shares of lines, FGA and FTA as F1 over templates
 * (definitions of Loghub-2.0, Jiang et al., ISSTA 2024). Groups are made by template text.
 */
record ParsingScore(double ga, double fga, double pa, double fta) {

    static ParsingScore of(List<String> truth, List<String> found) {
        Map<String, Set<Integer>> trueGroups = groups(truth);
        Map<String, Set<Integer>> foundGroups = groups(found);
        Set<Set<Integer>> trueSets = new HashSet<>(trueGroups.values());
        int rightGroups = 0;
        int rightTemplates = 0;
        int linesInRightGroups = 0;
        for (Map.Entry<String, Set<Integer>> group : foundGroups.entrySet()) {
            if (trueSets.contains(group.getValue())) {
                rightGroups++;
                linesInRightGroups += group.getValue().size();
            }
            rightTemplates += isPure(group.getValue(), truth, group.getKey()) ? 1 : 0;
        }
        return new ParsingScore(
                (double) linesInRightGroups / truth.size(),
                f1(rightGroups, foundGroups.size(), trueGroups.size()),
                (double) equalLines(truth, found) / truth.size(),
                f1(rightTemplates, foundGroups.size(), trueGroups.size()));
    }

    static ParsingScore mean(List<ParsingScore> scores) {
        return new ParsingScore(
                scores.stream().mapToDouble(ParsingScore::ga).average().orElse(0),
                scores.stream().mapToDouble(ParsingScore::fga).average().orElse(0),
                scores.stream().mapToDouble(ParsingScore::pa).average().orElse(0),
                scores.stream().mapToDouble(ParsingScore::fta).average().orElse(0));
    }

    private static Map<String, Set<Integer>> groups(List<String> templates) {
        Map<String, Set<Integer>> groups = new HashMap<>();
        for (int line = 0; line < templates.size(); line++) {
            groups.computeIfAbsent(templates.get(line), t -> new HashSet<>()).add(line);
        }
        return groups;
    }

    private static boolean isPure(Set<Integer> lines, List<String> truth, String template) {
        return lines.stream().allMatch(line -> truth.get(line).equals(template));
    }

    private static int equalLines(List<String> truth, List<String> found) {
        List<Integer> equal = new ArrayList<>();
        for (int line = 0; line < truth.size(); line++) {
            if (truth.get(line).equals(found.get(line))) {
                equal.add(line);
            }
        }
        return equal.size();
    }

    private static double f1(int right, int found, int expected) {
        return found + expected == 0 ? 0 : 2.0 * right / (found + expected);
    }
}
