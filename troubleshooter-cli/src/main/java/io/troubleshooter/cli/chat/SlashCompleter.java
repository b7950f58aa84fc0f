package io.troubleshooter.cli.chat;

import java.util.List;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, and file names behind those that take one. */
final class SlashCompleter implements Completer {

    private final Completer files = new FileNameCompleter();

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String start = line.words().isEmpty() ? "" : line.words().get(0);
        if (line.wordIndex() == 0 && line.line().startsWith("/")) {
            for (SlashCommand command : SlashCommand.values()) {
                candidates.add(new Candidate(command.word()));
            }
        } else if (start.equals(SlashCommand.ADD.word()) || start.equals(SlashCommand.REPORT.word())) {
            files.complete(reader, line, candidates);
        }
    }
}
