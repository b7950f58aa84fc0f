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
    PROVIDER(
            "provider",
            null,
            "NAME",
            "offline",
            "Who analyzes: offline, bedrock, openai, anthropic or replay; offline needs no network and no account."),
    MODEL("model", null, "ID", "", "The model, as its provider names it."),
    STRONG_MODEL("strong-model", null, "ID", "", "The model for hard cases; as --model if not given."),
    REGION("region", null, "REGION", "", "AWS: the region, if not that of the profile."),
    PROFILE("profile", null, "NAME", "", "AWS: the profile of the configuration."),
    GUARDRAIL(
            "guardrail", null, "ID:VERSION", "", "bedrock: the guardrail asked about questions, evidence and answers."),
    ENDPOINT(
            "endpoint",
            null,
            "URL",
            "",
            "Where the provider answers, such as http://localhost:11434/v1; cloudwatch: where the logs do."),
    API_KEY_FILE(
            "api-key-file",
            null,
            "FILE",
            "",
            "openai, anthropic: holds the key, where OPENAI_API_KEY or ANTHROPIC_API_KEY does not."),
    BUDGET("budget", null, "USD", "1.00", "What models may cost in a day (UTC)."),
    MAX_COST("max-cost", null, "USD", "0.50", "What one answer may cost."),
    NO_CACHE("no-cache", null, null, null, "Ask the model even where the same question was answered."),
    REPLIES("replies", null, "DIR", "", "replay: the recorded replies, a folder or a file."),
    MCP_SERVERS(
            "mcp-servers",
            null,
            "FILE",
            "",
            "Let the model use tools of the MCP servers in FILE, those allowed there."),
    CLOUDWATCH(
            "cloudwatch",
            null,
            "GROUPS",
            "",
            "Let the model look into these log groups of CloudWatch: names or beginnings with *, commas between."),
    SINCE(
            "since",
            null,
            "TIME",
            null,
            "cloudwatch: from when: 15m, 2h ago, today 09:30, yesterday 14:00, 2026-11-21T09:30Z. Default: 1h."),
    UNTIL("until", null, "TIME", null, "cloudwatch: until when, written like --since. Default: now."),
    STREAM("stream", null, "NAMES", null, "cloudwatch: only these log streams, commas between."),
    STREAM_PREFIX("stream-prefix", null, "START", null, "cloudwatch: only log streams whose names begin so."),
    FILTER(
            "filter",
            null,
            "PATTERN",
            null,
            "cloudwatch: fetch and tail: a filter pattern, such as '?ERROR ?Exception'; search: a text, or /a regex/."),
    QUERY("query", null, "QUERY", null, "cloudwatch: search: a query of Logs Insights of your own."),
    PATTERN("pattern", null, null, null, "cloudwatch: search: count kinds of messages instead of listing them."),
    MATCH("match", null, "TEXT", null, "cloudwatch: groups: those whose names contain TEXT."),
    LIMIT(
            "limit",
            null,
            "N",
            null,
            "cloudwatch: most events or rows. Default: 100000 of a fetch, 1000 of a search, 200 groups."),
    NEWEST("newest", null, null, null, "cloudwatch: fetch: where not all fit, the newest instead of the oldest."),
    MAX_SCAN("max-scan", null, "SIZE", "20G", "cloudwatch: stop a search that scanned more; scanning costs."),
    ANALYZE("analyze", null, null, null, "cloudwatch: fetch and search: tell what broke instead of printing."),
    RESUME("resume", null, "[ID]", null, "chat: go on with a session, by default the last."),
    LIST("list", null, null, null, "chat: list the sessions kept."),
    DELETE("delete", null, "ID", null, "chat: delete a session."),
    NO_SAVE("no-save", null, null, null, "chat: keep nothing, neither session nor history."),
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
            case PROVIDER -> List.of("offline", "bedrock", "openai", "anthropic", "replay");
            default -> List.of();
        };
    }

    /** Whether the parameter may be left out. */
    boolean isParameterOptional() {
        return this == RESUME;
    }

    /**
     * Whether the file of a project may set it. Not what decides where text is sent, as whom, what may be spent and what
     * is started: that is for the user alone, whosever folder it is that {@code tst} is called in.
     */
    boolean isForProjects() {
        return switch (this) {
            case FORMAT,
                    RULES,
                    THREADS,
                    ZONE,
                    MAX_BYTES,
                    MAX_LINE_BYTES,
                    MODEL,
                    STRONG_MODEL,
                    COLOR,
                    WIDTH,
                    HYPERLINKS -> true;
            default -> false;
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
            case FORMAT -> command == Command.ANALYZE || command == Command.EVAL || command == Command.CLOUDWATCH;
            case CLOUDWATCH -> command == Command.ANALYZE || command == Command.CHAT;
            case SINCE, UNTIL, STREAM, STREAM_PREFIX, FILTER, QUERY, PATTERN, MATCH, LIMIT, NEWEST, MAX_SCAN, ANALYZE ->
                command == Command.CLOUDWATCH;
            case PROVIDER,
                    MODEL,
                    STRONG_MODEL,
                    REGION,
                    PROFILE,
                    GUARDRAIL,
                    ENDPOINT,
                    API_KEY_FILE,
                    BUDGET,
                    MAX_COST,
                    NO_CACHE,
                    REPLIES,
                    MCP_SERVERS -> command.asksModels();
            case SPLIT, CASE, ANALYST, REPEAT, GATE, SAVE, RUNS, COMPARE, REVEAL_TEST -> command == Command.EVAL;
            case RESUME, LIST, DELETE, NO_SAVE -> command == Command.CHAT;
            case HYPERLINKS -> command == Command.ANALYZE;
            case ASK, EXIT_CODE, WITH_FRAME, VERBOSE, NO_PAGER ->
                command == Command.ANALYZE || command == Command.CLOUDWATCH;
            case COLOR, WIDTH -> command == Command.ANALYZE || command == Command.CHAT || command == Command.CLOUDWATCH;
            case SUMMARY, MAP -> command == Command.REDACT;
            case RULES ->
                command == Command.ANALYZE
                        || command == Command.CHAT
                        || command == Command.MCP
                        || command == Command.CLOUDWATCH
                        || command == Command.FRAME
                        || command == Command.EXPLAIN
                        || command == Command.EVAL;
            case THREADS, ZONE, MAX_BYTES, MAX_LINE_BYTES ->
                command.readsLogs()
                        || command == Command.CHAT
                        || command == Command.MCP
                        || command == Command.CLOUDWATCH;
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
