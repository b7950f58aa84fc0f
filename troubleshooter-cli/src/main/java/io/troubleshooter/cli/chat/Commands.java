package io.troubleshooter.cli.chat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.List;
import java.util.Locale;

/** What follows a slash, but for what concerns reading from the keyboard. */
final class Commands {

    private final Desk desk;
    private final Console console;
    private final Talk talk;
    private final Intake intake;
    private final Ink ink;

    Commands(Desk desk, Console console, Talk talk, Intake intake) {
        this.desk = desk;
        this.console = console;
        this.talk = talk;
        this.intake = intake;
        this.ink = console.ink();
    }

    void run(SlashCommand command, String argument) {
        EvidenceView evidence = new EvidenceView(ink);
        DiagnosisView diagnosis = new DiagnosisView(ink);
        switch (command) {
            case ADD -> add(argument);
            case EVIDENCE -> evidence.sources(talk.file().frame());
            case SHOW -> show(evidence, argument);
            case HYPOTHESES -> diagnosis.hypotheses(talk.diagnosis());
            case WHY -> diagnosis.why(talk.diagnosis(), number(argument));
            case FIXES -> diagnosis.fixes(talk.diagnosis());
            case CHECKS -> diagnosis.checks(talk.diagnosis());
            case GROUPS -> evidence.groups(talk.file().frame());
            case TIMELINE -> evidence.timeline(talk.file().frame());
            case REDACTED -> evidence.redacted(talk.file().frame());
            case FEEDBACK -> feedback(argument);
            case REPORT -> ink.line(ReportFile.write(argument, talk.diagnosis()));
            case COST -> cost();
            case CACHE -> cache(argument);
            case MODEL -> model(argument);
            case SAVE -> save();
            case RESUME -> resume(argument);
            case NEW -> begin();
            case CLEAR -> console.clear();
            case HELP -> help();
            case PASTE, EDIT, QUIT -> throw new IllegalArgumentException(command + " is for the keyboard");
        }
    }

    private void add(String files) {
        if (files.isEmpty()) {
            ink.line("Which file? " + SlashCommand.ADD.usage());
        } else {
            // A name with blanks is one file where there is such a file.
            boolean one = java.nio.file.Files.exists(java.nio.file.Path.of(files));
            intake.files(one ? List.of(files) : List.of(files.split(" +")));
        }
    }

    private void show(EvidenceView view, String argument) {
        RedactedText output = talk.output(argument.toUpperCase(Locale.ROOT));
        if (output != null) {
            view.output(output);
            return;
        }
        var file = talk.file();
        LineRef lines = References.parse(argument, file.evidence()::lines);
        if (lines == null) {
            ink.line("Show what? S1:12, S1:10-20, S1 or T3.");
        } else {
            view.lines(file, lines);
        }
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : 0;
    }

    private void feedback(String argument) {
        String[] words = argument.split(" +", 3);
        boolean known = words.length > 1 && (words[1].equals("yes") || words[1].equals("no"));
        if (!known || DiagnosisView.find(talk.diagnosis(), number(words[0])) == null) {
            ink.line("Give the number of a hypothesis: " + SlashCommand.FEEDBACK.usage());
            return;
        }
        boolean confirmed = words[1].equals("yes");
        talk.conversation().feedback(number(words[0]), confirmed, words.length > 2 ? words[2] : null);
        ink.line("Noted: [" + number(words[0]) + "] is " + (confirmed ? "right" : "wrong")
                + ". It counts from the next answer on.");
    }

    private void cost() {
        Budgets.Balance balance = desk.balance();
        if (balance == null) {
            ink.line("Nothing: answers are made offline.");
            return;
        }
        ink.line("this session  " + Figures.dollars(talk.spent()));
        ink.line("today         " + Figures.dollars(balance.spent()) + " of " + Figures.dollars(balance.limit()));
        ink.line("left          " + Figures.dollars(balance.left()));
    }

    private void cache(String argument) {
        if (argument.equals("clear")) {
            desk.cache().clear();
            ink.line("All answers kept are forgotten.");
            return;
        }
        AnswerCache.Status status = desk.cache().status();
        ink.line(Figures.count(status.entries(), "answer") + " kept, " + Figures.count(status.bytes(), "byte") + "; "
                + Figures.number(status.hits()) + " found, " + Figures.number(status.misses()) + " not.");
    }

    private void model(String id) {
        if (!id.isEmpty()) {
            talk.replace(desk.use(id, talk.conversation()));
        }
        ink.line("Answers come from " + desk.analyst() + ".");
    }

    private void save() {
        ink.line(
                desk.keeps()
                        ? "Saved as " + talk.id() + ", redacted, after each answer. Go on later: tst chat --resume "
                                + talk.id()
                        : "This session is not kept.");
    }

    private void resume(String id) {
        talk.replace(desk.resume(id));
        shown();
    }

    /** The session at hand in short. */
    void shown() {
        Diagnosis diagnosis = talk.diagnosis();
        ink.line("Session " + talk.id() + ", "
                + Figures.count(talk.conversation().turns().size(), "answer") + " so far.");
        new EvidenceView(ink).sources(talk.file().frame());
        new DiagnosisView(ink).brief(diagnosis, 3);
    }

    private void begin() {
        talk.replace(desk.begin());
        ink.line("A new conversation, without evidence: /add FILE, or paste lines.");
    }

    private void help() {
        for (SlashCommand command : SlashCommand.values()) {
            ink.to(2).text(command.usage()).to(28).prose(28, command.purpose());
        }
        ink.prose(
                0,
                "All else is a question. More than 5 lines pasted become evidence; \\ at the end of a line goes on.");
    }
}
