package io.troubleshooter.cli;

/** Whether colour, links and a live line are wanted, by flag, environment and kind of terminal, in that order. */
final class Looks {

    private Looks() {}

    static boolean color(Settings settings, Surroundings around) {
        String asked = settings.choice(Option.COLOR);
        if (!asked.equals("auto")) {
            return asked.equals("always");
        }
        if (!around.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        if (isForced(around.variable("CLICOLOR_FORCE")) || isForced(around.variable("FORCE_COLOR"))) {
            return true;
        }
        return around.terminals().out() && !isDumb(around);
    }

    private static boolean isForced(String value) {
        return !value.isEmpty() && !value.equals("0");
    }

    static boolean isDumb(Surroundings around) {
        return around.variable("TERM").equals("dumb");
    }

    /** Columns to lay out for; 0 where nothing may be cut. */
    static int width(Settings settings, Surroundings around) {
        if (!settings.value(Option.WIDTH).equals("auto")) {
            return (int) Math.min(10_000, settings.size(Option.WIDTH));
        }
        if (!around.terminals().out()) {
            return 0;
        }
        int columns = around.terminals().columns();
        return columns > 0 ? columns : number(around.variable("COLUMNS"), 80);
    }

    static int rows(Surroundings around) {
        int rows = around.terminals().rows();
        return rows > 0 ? rows : number(around.variable("LINES"), 0);
    }

    private static int number(String text, int otherwise) {
        try {
            return text.isEmpty() ? otherwise : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** Links are off in terminal multiplexers, since older ones print them as rubbish. */
    static boolean hyperlinks(Settings settings, Surroundings around) {
        String asked = settings.choice(Option.HYPERLINKS);
        if (!asked.equals("auto")) {
            return asked.equals("always");
        }
        boolean nested =
                !around.variable("TMUX").isEmpty() || around.variable("TERM").startsWith("screen");
        return around.terminals().out() && !isDumb(around) && !nested;
    }

    /** Whether a line on stderr may be rewritten; else progress is said in plain lines. */
    static boolean liveLine(Surroundings around) {
        return around.variable("TST_ACCESSIBLE").isEmpty() && !isDumb(around);
    }
}
