package io.troubleshooter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the manual page {@code tst(1)} from the tables of commands and options. Run by the build. */
public final class ManualPage {

    private ManualPage() {}

    /**
     * Writes the page.
     *
     * @param args the file to write
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    static String text() {
        StringBuilder out = new StringBuilder();
        out.append(".TH TST 1\n.SH NAME\ntst \\- tell what broke from logs, with evidence\n");
        out.append(".SH SYNOPSIS\n.B tst\n[COMMAND] [OPTION...] [FILE...]\n");
        out.append(".SH DESCRIPTION\nReads logs, stack traces and error output from files, directories or a pipe and ");
        out.append("prints the cause with the lines that prove it, what to do, and what to look at next. ");
        out.append(
                "Secrets and personal data are redacted before anything else is done. No network is used unless --provider names one.\n");
        commands(out);
        options(out);
        preformatted(out, "EXIT STATUS", HelpText.topic("exit-codes"));
        preformatted(out, "ENVIRONMENT", HelpText.topic("environment"));
        preformatted(out, "FORMATS", HelpText.topic("formats"));
        return out.toString();
    }

    private static void commands(StringBuilder out) {
        out.append(".SH COMMANDS\n");
        for (Command command : Command.values()) {
            entry(out, command.word() + " " + command.operands(), command.purpose());
        }
    }

    private static void options(StringBuilder out) {
        out.append(".SH OPTIONS\n");
        for (Option option : Option.values()) {
            String letter = option.letter() == null ? "" : "-" + option.letter() + ", ";
            String parameter = option.parameter() == null ? "" : " " + option.parameter();
            entry(out, letter + "--" + option.word() + parameter, option.purpose());
        }
    }

    private static void entry(StringBuilder out, String name, String purpose) {
        out.append(".TP\n.B ")
                .append(escaped(name.strip()))
                .append('\n')
                .append(escaped(purpose))
                .append('\n');
    }

    private static void preformatted(
            StringBuilder out, String heading, @org.jspecify.annotations.Nullable String text) {
        out.append(".SH ").append(heading).append("\n.nf\n");
        for (String line : String.valueOf(text).split("\n", -1)) {
            out.append(escaped(line)).append('\n');
        }
        out.append(".fi\n");
    }

    /** A dot or an apostrophe that begins a line would be a request. */
    private static String escaped(String line) {
        String safe = line.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
