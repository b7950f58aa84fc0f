package io.troubleshooter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keys of providers: from the environment or a file, never from the command line, where other users see them. */
final class Keys {

    static final List<String> NAMES = List.of("OPENAI_API_KEY", "ANTHROPIC_API_KEY");

    private static final int LONGEST_FILE = 4096;

    private Keys() {}

    /**
     * The key.
     *
     * @param variable of the environment that may hold it
     */
    static String find(Settings settings, Surroundings around, String variable) {
        String file = settings.value(Option.API_KEY_FILE);
        String key = file.isEmpty() ? around.variable(variable).strip() : read(Path.of(file));
        if (key.isEmpty()) {
            throw new UsageException(
                    "--provider " + settings.value(Option.PROVIDER) + " needs a key",
                    "Put it into " + variable + ", or into a file of your own and name that: --api-key-file FILE.");
        }
        return key;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) <= LONGEST_FILE) {
                return Files.readString(file).strip();
            }
        } catch (IOException unreadable) {
            // said below
        }
        throw new UsageException("cannot read the key in " + file, "It has to be a small file with the key alone.");
    }
}
