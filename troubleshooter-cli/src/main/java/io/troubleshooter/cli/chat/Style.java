package io.troubleshooter.cli.chat;

/** The terminal's own colours and bold. None says what no word says as well. */
enum Style {
    PLAIN(""),
    BOLD("1"),
    CODE("36"),
    RED("31"),
    YELLOW("33");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String apply(String text, boolean color) {
        return !color || this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
