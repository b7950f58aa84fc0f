package io.troubleshooter.cli.chat;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user's editor, for a question longer than a line. */
final class Editor {

    private final Console console;
    private final String command;

    Editor(Console console, String command) {
        this.console = console;
        this.command = command;
    }

    /** What was written; empty where the editor was left without saving. */
    String write() {
        try {
            Path file = Files.createTempFile("tst-question", ".txt");
            try {
                int code = console.run(new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString()));
                return code == 0 ? Files.readString(file).strip() : "";
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION, "The editor cannot be started.", "Set EDITOR, or type the question.");
        }
    }
}
