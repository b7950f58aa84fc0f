package io.troubleshooter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code tst config}: each setting and where it comes from; of keys, whether they are set. */
final class ConfigCommand {

    private static final int NAMES = 20;
    private static final int VALUES = 16;

    private ConfigCommand() {}

    static int run(Output out, Settings settings, Map<String, String> environment) throws IOException {
        for (Option option : Option.values()) {
            if (option.isSetting()) {
                Settings.Setting setting = settings.get(option);
                String value = setting.value().isEmpty() ? "(none)" : setting.value();
                out.print(
                        padded(option.word(), NAMES) + padded(Printable.line(value), VALUES) + setting.origin() + "\n");
            }
        }
        out.print("\n");
        for (String key : Keys.NAMES) {
            out.print(padded(key, NAMES) + (environment.getOrDefault(key, "").isEmpty() ? "not set" : "set") + "\n");
        }
        out.print("\nyour file:    " + settings.file() + state(settings.file()));
        out.print("project file: " + settings.project().toAbsolutePath() + state(settings.project()));
        return Cli.DONE;
    }

    private static String state(Path file) {
        return Files.exists(file) ? " (read)\n" : " (not there)\n";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
