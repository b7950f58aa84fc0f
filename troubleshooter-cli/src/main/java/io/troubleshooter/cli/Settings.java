package io.troubleshooter.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Settings of four strengths: the user's file, above it the project's ({@code .tst.properties} in the folder that tst is
 * called in), above it the environment, above it the command line.
 */
final class Settings {

    private final Arguments arguments;
    private final Map<String, String> environment;
    private final Path file;
    private final Properties fromFile;
    private final Path project;
    private final Properties fromProject;

    private Settings(Arguments arguments, Map<String, String> environment, Path folder) {
        this.arguments = arguments;
        this.environment = environment;
        this.file = Folders.config(environment).resolve("config.properties");
        this.fromFile = read(file, false);
        this.project = folder.resolve(".tst.properties");
        this.fromProject = read(project, true);
    }

    /** @param origin where it comes from, in words */
    record Setting(String value, String origin) {}

    static Settings load(Arguments arguments, Map<String, String> environment) {
        return load(arguments, environment, Path.of(""));
    }

    /** @param folder that the program was called in */
    static Settings load(Arguments arguments, Map<String, String> environment, Path folder) {
        return new Settings(arguments, environment, folder);
    }

    private static Properties read(Path file, boolean ofProject) {
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UsageException("cannot read the configuration " + file, "Mend or remove that file.");
        }
        for (String name : properties.stringPropertyNames()) {
            check(name, file, ofProject);
        }
        return properties;
    }

    private static void check(String name, Path file, boolean ofProject) {
        Option option = Option.ofWord(name);
        if (option == null || !option.isSetting()) {
            throw new UsageException("unknown setting " + name + " in " + file, "All settings: tst config");
        }
        if (ofProject && !option.isForProjects()) {
            throw new UsageException(
                    "the file of a project, " + file + ", cannot set " + name,
                    "Where text is sent and what it may cost is for the user's own file: tst config names it.");
        }
    }

    Path file() {
        return file;
    }

    Path project() {
        return project;
    }

    /** The value in force, and where it comes from. */
    Setting get(Option option) {
        String flag = arguments.flags().get(option);
        if (flag != null) {
            return new Setting(flag, "--" + option.word());
        }
        String variable = environment.get(option.variable());
        if (variable != null && !variable.isEmpty()) {
            return new Setting(variable, option.variable());
        }
        String shared = fromProject.getProperty(option.word());
        if (shared != null) {
            return new Setting(shared.strip(), project.toString());
        }
        String stored = fromFile.getProperty(option.word());
        if (stored != null) {
            return new Setting(stored.strip(), file.toString());
        }
        return new Setting(option.standard() == null ? "" : option.standard(), "default");
    }

    boolean has(Option option) {
        return arguments.has(option);
    }

    @Nullable
    String given(Option option) {
        return arguments.flags().get(option);
    }

    String value(Option option) {
        return get(option).value();
    }

    /** One of the words that the option allows. */
    String choice(Option option) {
        Setting setting = get(option);
        if (option.choices().contains(setting.value())) {
            return setting.value();
        }
        throw wrong(option, setting, "one of " + String.join(", ", option.choices()));
    }

    /** A whole number from 0, with {@code K}, {@code M} or {@code G} for powers of 1024. */
    long size(Option option) {
        Setting setting = get(option);
        String digits = setting.value().strip();
        int shift = digits.isEmpty()
                ? 0
                : 10 * (1 + "KMG".indexOf(Character.toUpperCase(digits.charAt(digits.length() - 1))));
        try {
            long number = Long.parseLong(shift == 0 ? digits : digits.substring(0, digits.length() - 1));
            if (number >= 0 && number <= Long.MAX_VALUE >> shift) {
                return number << shift;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw wrong(option, setting, "a number, such as 200, 64K, 500M or 2G");
    }

    /** An amount of US dollars, in millionths. */
    long microUsd(Option option) {
        Setting setting = get(option);
        long amount = Dollars.parse(setting.value().strip());
        if (amount < 0) {
            throw wrong(option, setting, "an amount of US dollars from 0 to 1000000, such as 0.25");
        }
        return amount;
    }

    UsageException wrong(Option option, Setting setting, String expected) {
        String where = setting.origin().startsWith("--") ? "" : " (from " + setting.origin() + ")";
        return new UsageException(
                "--" + option.word() + " cannot be " + setting.value() + where, "It has to be " + expected + ".");
    }
}
