package io.troubleshooter.cli;

import org.jspecify.annotations.Nullable;

/** What {@code tst} can do. */
enum Command {
    ANALYZE("analyze", "[FILE...]", "Tell what broke, with evidence (the default)."),
    REDACT("redact", "[FILE...]", "Print the input redacted, line for line."),
    RECORDS("records", "[FILE...]", "Print a JSON line per log record."),
    TEMPLATES("templates", "[FILE...]", "Print the template of each line as CSV: LineId,EventId,EventTemplate."),
    FRAME("frame", "[FILE...]", "Print the incident frame as JSON: everything a diagnosis rests on."),
    EXPLAIN("explain", "RULE", "Print what a rule knows: marks, causes, fixes, checks."),
    CHAT("chat", "[FILE...]", "Ask on: a conversation about the evidence, in the terminal."),
    CLOUDWATCH(
            "cloudwatch",
            "groups|fetch|search|tail [GROUP...]",
            "CloudWatch Logs: list groups, fetch events, search many groups, follow live."),
    PROMPTS("prompts", "list|show|diff", "Print the instructions that models get: list; show ID[@V]; diff ID V1 V2."),
    MCP("mcp", "[FILE|FOLDER...]", "Serve MCP clients on standard input and output; they may read the files named."),
    EVAL("eval", "[CASES_DIR]", "Score the answers to cases whose truth is known, and gate on it."),
    SERVE("serve", "", "Serve the web page and the HTTP API; more: tst serve --help."),
    KEYS("keys", "create|list|revoke", "Keys of the service's users."),
    AUDIT("audit", "verify", "Check that nobody changed the service's audit log."),
    CONFIG("config", "", "Print each setting and where it comes from."),
    COMPLETION("completion", "", "Print a completion script for bash and zsh."),
    HELP("help", "[COMMAND|TOPIC]", "Explain a command, or a topic: exit-codes, environment, formats.");

    private final String word;
    private final String operands;
    private final String purpose;

    Command(String word, String operands, String purpose) {
        this.word = word;
        this.operands = operands;
        this.purpose = purpose;
    }

    String word() {
        return word;
    }

    String operands() {
        return operands;
    }

    String purpose() {
        return purpose;
    }

    boolean readsLogs() {
        return compareTo(FRAME) <= 0;
    }

    boolean asksModels() {
        return this == ANALYZE || this == CHAT || this == EVAL || this == CLOUDWATCH;
    }

    static @Nullable Command of(String word) {
        for (Command command : values()) {
            if (command.word.equals(word)) {
                return command;
            }
        }
        return null;
    }
}
