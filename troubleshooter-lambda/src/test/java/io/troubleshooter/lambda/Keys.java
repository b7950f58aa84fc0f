package io.troubleshooter.lambda;

import io.troubleshooter.http.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys made as an operator makes them. */
final class Keys {

    private static final Pattern KEY = Pattern.compile("tst_[A-Za-z0-9_-]+");

    private Keys() {}

    static String create(Path folder, Path database) throws IOException {
        Path config = folder.resolve("keys.yaml");
        Files.writeString(config, "storage: {file: \"" + database + "\"}\n");
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            Main.main(new String[] {
                "keys",
                "create",
                "--project",
                "shop",
                "--user",
                "ann",
                "--role",
                "analyst",
                "--config",
                config.toString()
            });
        } finally {
            System.setOut(out);
        }
        Matcher key = KEY.matcher(said.toString(StandardCharsets.UTF_8));
        if (!key.find()) {
            throw new IllegalStateException("no key was made");
        }
        return key.group();
    }
}
