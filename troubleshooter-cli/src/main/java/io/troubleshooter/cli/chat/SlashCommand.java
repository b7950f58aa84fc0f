package io.troubleshooter.cli.chat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be told to a chat. Everything else that is typed is a question. */
enum SlashCommand {
    ADD("FILE...", "Read more evidence: files or folders."),
    PASTE("", "Type or paste lines as evidence; a line with a single dot ends it."),
    EVIDENCE("", "List the sources read."),
    SHOW("REF", "Show lines: S1:12, S1:10-20, S1, or the output of a look: T3."),
    HYPOTHESES("", "List what may have happened, ranked."),
    WHY("N", "Say what hypothesis N rests on."),
    FIXES("", "List what mends it, with risk and way back."),
    CHECKS("", "List the looks that settle it."),
    GROUPS("", "List the kinds of lines, errors first."),
    TIMELINE("", "List the notable moments."),
    REDACTED("", "Count what was removed."),
    FEEDBACK("N yes|no [NOTE]", "Say whether hypothesis N is right."),
    REPORT("FILE", "Write the report: .md, .html, .json or .txt."),
    EDIT("", "Write the question in $EDITOR."),
    COST("", "Say what was spent and what is left."),
    CACHE("[status|clear]", "Look at the answers kept, or forget them."),
    MODEL("[ID]", "Say who answers, or change it."),
    SAVE("", "Say where this session is kept."),
    RESUME("[ID]", "Go on with a session kept; the last one without ID."),
    NEW("", "Begin anew, without evidence."),
    CLEAR("", "Clear the screen."),
    HELP("", "Show this."),
    QUIT("", "Leave, as Ctrl-D does.");

    private final String operands;
    private final String purpose;

    SlashCommand(String operands, String purpose) {
        this.operands = operands;
        this.purpose = purpose;
    }

    /** {@code /add}. */
    String word() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    String usage() {
        return operands.isEmpty() ? word() : word() + " " + operands;
    }

    String purpose() {
        return purpose;
    }

    /** The command of that word, or of the only one that begins so; null where there is none. */
    static @Nullable SlashCommand of(String word) {
        SlashCommand found = null;
        int fitting = 0;
        for (SlashCommand command : values()) {
            if (command.word().equals(word)) {
                return command;
            }
            if (word.length() > 1 && command.word().startsWith(word)) {
                found = command;
                fitting++;
            }
        }
        return fitting == 1 ? found : null;
    }
}
