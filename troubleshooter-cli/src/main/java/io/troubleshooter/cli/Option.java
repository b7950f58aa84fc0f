package io.troubleshooter.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The options: the one table from which parsing, help, configuration, completion and manual page are made. An option
 * with a default may also stand in the configuration file and, as {@code TST_NAME}, in the environment.
 */
enum Option {
    FORMAT("format", null, "FORMAT", "text", "text, markdown, json, html or postmortem."),
    ASK("ask", null, "QUESTION", null, "What you want to know, in your own words."),
    PROVIDER("provider", null, "NAME", "offline", "Who analyzes; offline needs no network and no account."),
    EXIT_CODE("exit-code", null, null, null, "End with 10 when an incident was found."),
    WITH_FRAME("with-frame", null, null, null, "Include the incident frame in --format json."),
    RULES("rules", null, "FILE", "", "Add rules of your own: a YAML or JSON pack."),
    THREADS("threads", null, "N", "1", "Read large inputs with N threads; the result is the same."),
    ZONE("zone", null, "ZONE", "UTC", "Zone of times that name none, such as Europe/Berlin or +02:00."),
    MAX_BYTES(
            "max-bytes", null, "SIZE", "unlimited", "Read at most SIZE of each input, such as 500M; the cut is said."),
    MAX_LINE_BYTES("max-line-bytes", null, "SIZE", "1M", "Keep at most SIZE of a line; the cut is said."),
    SUMMARY("summary", null, null, null, "redact: say on stderr how many values of each kind were removed."),
    MAP("map", null, "FILE", null, "redact: write the way back, placeholder to value, to an owner-only file."),
    SPLIT("split", null, "SPLIT", null, "eval: cases to run: dev, test or all (default)."),
    CASE("case", null, "ID", null, "eval: run this case only."),
    ANALYST(
            "analyst",
            null,
            "NAMES",
            null,
            "eval: who answers: offline, model, baselines, or several with commas; the first is judged."),
    REPLIES("replies", null, "DIR", null, "eval: recorded replies for --provider replay."),
    REPEAT("repeat", null, "N", null, "eval: answer each case N times."),
    GATE("gate", null, "FILE", null, "eval: end with 1 unless every floor of FILE is met."),
    SAVE("save", null, "DIR", null, "eval: keep the run in DIR."),
    RUNS("runs", null, "DIR", null, "eval: show the trend over the runs kept in DIR."),
    COMPARE("compare", null, "RUN", null, "eval: compare case by case with a run kept before."),
    REVEAL_TEST("reveal-test", null, null, null, "eval: show single cases of the test split too."),
    COLOR("color", null, "WHEN", "auto", "auto, always or never."),
    WIDTH("width", null, "COLUMNS", "auto", "Lay out for so many columns; 0 cuts nothing."),
    HYPERLINKS("hyperlinks", null, "WHEN", "auto", "auto, always or never: link cited lines to their file."),
    VERBOSE("verbose", "v", null, null, "Show all evidence."),
    NO_PAGER("no-pager", null, null, null, "Never start a pager."),
    DEBUG("debug", null, null, null, "Show a stack trace when something fails."),
    VERSION("version", "V", null, null, "Print the version."),
    HELP("help", "h", null, null, "Explain the command.");

    private final String word;
    private final @Nullable String letter;
    private final @Nullable String parameter;
    private final @Nullable String standard;
    private final String purpose;

    Option(
            String word,
            @Nullable String letter,
            @Nullable String parameter,
            @Nullable String standard,
            String purpose) {
        this.word = word;
        this.letter = letter;
        this.parameter = parameter;
        this.standard = standard;
        this.purpose = purpose;
    }

    String word() {
        return word;
    }

    @Nullable
    String letter() {
        return letter;
    }

    /** What stands for the value in the help; null where the option has none. */
    @Nullable
    String parameter() {
        return parameter;
    }

    /** Value where nothing was set; null for what is said on the command line only. */
    @Nullable
    String standard() {
        return standard;
    }

    String purpose() {
        return purpose;
    }

    /** The words that its value may be; empty where it may be anything. */
    List<String> choices() {
        return switch (this) {
            case FORMAT -> List.of("text", "markdown", "json", "html", "postmortem");
            case COLOR, HYPERLINKS -> List.of("auto", "always", "never");
            case PROVIDER -> List.of("offline");
            default -> List.of();
        };
    }

    boolean isSetting() {
        return standard != null;
    }

    /** Its name in the environment, {@code TST_MAX_BYTES}. */
    String variable() {
        return "TST_" + word.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Whether it means something to the command. */
    boolean concerns(Command command) {
        return switch (this) {
            case FORMAT, PROVIDER -> command == Command.ANALYZE || command == Command.EVAL;
            case SPLIT, CASE, ANALYST, REPLIES, REPEAT, GATE, SAVE, RUNS, COMPARE, REVEAL_TEST ->
                command == Command.EVAL;
            case ASK, EXIT_CODE, WITH_FRAME, COLOR, WIDTH, HYPERLINKS, VERBOSE, NO_PAGER -> command == Command.ANALYZE;
            case SUMMARY, MAP -> command == Command.REDACT;
            case RULES ->
                command == Command.ANALYZE
                        || command == Command.FRAME
                        || command == Command.EXPLAIN
                        || command == Command.EVAL;
            case THREADS, ZONE, MAX_BYTES, MAX_LINE_BYTES -> command.readsLogs();
            case DEBUG, VERSION, HELP -> true;
        };
    }

    static @Nullable Option ofWord(String word) {
        for (Option option : values()) {
            if (option.word.equals(word)) {
                return option;
            }
        }
        return null;
    }

    static @Nullable Option ofLetter(String letter) {
        for (Option option : values()) {
            if (letter.equals(option.letter)) {
                return option;
            }
        }
        return null;
    }
}
