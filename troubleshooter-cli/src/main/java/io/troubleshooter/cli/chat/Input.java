package io.troubleshooter.cli.chat;

/** A line that was typed, understood. */
sealed interface Input {

    record Nothing() implements Input {}

    record Question(String text) implements Input {}

    /**
     * Something to be done.
     *
     * @param argument what follows the command, without blanks around it
     */
    record Command(SlashCommand command, String argument) implements Input {}

    /** Begins as a command does, and is none. */
    record Unknown(String word) implements Input {}

    static Input of(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        if (!text.startsWith("/")) {
            return new Question(text);
        }
        int blank = text.indexOf(' ');
        String word = blank < 0 ? text : text.substring(0, blank);
        SlashCommand command = SlashCommand.of(word);
        if (command != null) {
            return new Command(command, blank < 0 ? "" : text.substring(blank).strip());
        }
        // A path that something is asked about is no misspelled command.
        return word.indexOf('/', 1) > 0 ? new Question(text) : new Unknown(word);
    }
}
