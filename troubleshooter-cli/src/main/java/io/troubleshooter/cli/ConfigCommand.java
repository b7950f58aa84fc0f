package io.troubleshooter.cli;

import java.io.IOException;
import java.nio.file.Files;

/** {@code tst config}: each setting and where it comes from. */
final class ConfigCommand {

    private static final int NAMES = 18;
    private static final int VALUES = 16;

    private ConfigCommand() {}

    static int run(Output out, Settings settings) throws IOException {
        for (Option option : Option.values()) {
            if (option.isSetting()) {
                Settings.Setting setting = settings.get(option);
                String value = setting.value().isEmpty() ? "(none)" : setting.value();
                out.print(
                        padded(option.word(), NAMES) + padded(Printable.line(value), VALUES) + setting.origin() + "\n");
            }
        }
        String state = Files.exists(settings.file()) ? "read" : "not there";
        out.print("\nfile: " + settings.file() + " (" + state + ")\n");
        return Cli.DONE;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
