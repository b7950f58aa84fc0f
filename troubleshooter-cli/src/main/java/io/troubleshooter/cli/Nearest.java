package io.troubleshooter.cli;

import org.jspecify.annotations.Nullable;

/** What somebody who mistyped may have meant. */
final class Nearest {

    private static final int FAR = 3;

    private Nearest() {}

    static String advice(String typed) {
        String nearest = null;
        int best = FAR;
        for (Option option : Option.values()) {
            int distance = option.word().startsWith(typed) ? 1 : distance(typed, option.word());
            if (distance < best) {
                best = distance;
                nearest = option.word();
            }
        }
        return nearest == null ? "All options: tst --help" : "Did you mean --" + nearest + "? All options: tst --help";
    }

    static @Nullable String command(String typed) {
        for (Command command : Command.values()) {
            if (distance(typed, command.word()) < FAR) {
                return command.word();
            }
        }
        return null;
    }

    /** Edit distance after Levenshtein. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
