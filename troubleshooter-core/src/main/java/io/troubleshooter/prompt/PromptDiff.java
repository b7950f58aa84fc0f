package io.troubleshooter.prompt;

import java.util.ArrayList;
import java.util.List;

/** What changed between two versions of a prompt, line by line. */
public final class PromptDiff {

    private PromptDiff() {}

    /** What became of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A line of the older version, the newer or both. */
    public record Line(Kind kind, String text) {}

    /** All lines of both texts in order, by a longest common subsequence; prompts are short. */
    public static List<Line> between(Prompt older, Prompt newer) {
        return between(lines(older), lines(newer));
    }

    private static List<String> lines(Prompt prompt) {
        return prompt.text().toString().lines().toList();
    }

    private static List<Line> between(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean bothLeft = i < before.size() && j < after.size();
            if (bothLeft && before.get(i).equals(after.get(j))) {
                lines.add(new Line(Kind.SAME, before.get(i++)));
                j++;
            } else if (i < before.size() && (!bothLeft || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, before.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, after.get(j++)));
            }
        }
        return lines;
    }

    /** {@code [i][j]}: length of the longest common subsequence of what follows line i and line j. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
