package io.troubleshooter.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where files of the user lie, after the XDG base directory specification. */
final class Folders {

    private Folders() {}

    static Path config(Map<String, String> environment) {
        return folder(environment, "XDG_CONFIG_HOME", ".config");
    }

    static Path data(Map<String, String> environment) {
        return folder(environment, "XDG_DATA_HOME", ".local/share");
    }

    private static Path folder(Map<String, String> environment, String variable, String usual) {
        String base = environment.get(variable);
        Path folder =
                base == null || base.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), usual) : Path.of(base);
        return folder.resolve("tst");
    }
}
