package io.troubleshooter.report;

import io.troubleshooter.record.Level;

/** Only the terminal's own colours, which its user has chosen, and bold. */
enum Style {
    PLAIN(""),
    BOLD("1"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    static Style of(Level level) {
        return level.isError() ? RED : level == Level.WARN ? YELLOW : PLAIN;
    }

    void append(StringBuilder out, String text, boolean color) {
        if (!color || this == PLAIN || text.isEmpty()) {
            out.append(text);
            return;
        }
        out.append("\u001b[").append(code).append('m').append(text).append("\u001b[0m");
    }
}
