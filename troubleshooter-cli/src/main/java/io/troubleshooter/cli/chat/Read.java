package io.troubleshooter.cli.chat;

/** What came from the keyboard. */
sealed interface Read {

    /** A line, ended by Enter. */
    record Line(String text) implements Read {}

    /**
     * A paste too long to be a question.
     *
     * @param typed what stood in the line before it
     */
    record Pasted(String text, String typed) implements Read {}

    /** Ctrl-C; {@code hadText} says whether the line was not empty. */
    record Interrupted(boolean hadText) implements Read {}

    /** Ctrl-D, or the terminal is gone. */
    record End() implements Read {}
}
