package io.troubleshooter.cli;

import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerReport;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.report.Report;
import io.troubleshooter.talk.Statement;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tst analyze}: reads everything, prints one report. */
final class AnalyzeCommand {

    private final Surroundings around;
    private final Settings settings;

    AnalyzeCommand(Surroundings around, Settings settings) {
        this.around = around;
        this.settings = settings;
    }

    int run(List<String> operands) throws IOException {
        return analyze(Inputs.open(around, operands));
    }

    /** Of inputs that are open. */
    int analyze(List<Inputs.Input> inputs) throws IOException {
        boolean offline = Providers.isOffline(settings);
        Report report = Reports.of(settings, around, inputs);
        if (!offline) {
            return ModelAnalysis.run(around, settings, inputs, report);
        }
        String question = settings.given(Option.ASK);
        Analysis analysis = engine(question).open();
        try (Progress progress = Progress.start(around)) {
            Reading reading = new Reading(analysis, progress, follower(analysis, inputs));
            inputs.forEach(reading::read);
        }
        Diagnosis diagnosis = analysis.diagnose(question);
        refuseNothing(diagnosis.frame());
        new Pager(around, settings).print(rendered(report, diagnosis, analysis, question));
        return code(settings, diagnosis);
    }

    /** Lines are kept only where something is asked about them. */
    private Troubleshooter engine(@Nullable String question) {
        return question == null
                ? Engine.of(settings, around)
                : Engine.builder(settings, around)
                        .keepEvidence(EvidenceLimits.DEFAULT)
                        .build();
    }

    private String rendered(Report report, Diagnosis diagnosis, Analysis analysis, @Nullable String question) {
        List<Statement> reply = question == null ? List.of() : analysis.reply(question);
        return reply.isEmpty()
                ? report.render(diagnosis)
                : AnswerReport.render(
                        report,
                        settings.value(Option.FORMAT),
                        Answer.offline(reply, diagnosis),
                        null,
                        Looks.width(settings, around));
    }

    static int code(Settings settings, Diagnosis diagnosis) {
        boolean found = diagnosis.verdict() == Verdict.INCIDENT;
        return settings.has(Option.EXIT_CODE) && found ? Cli.INCIDENT : Cli.DONE;
    }

    static void refuseNothing(IncidentFrame frame) {
        for (IncidentFrame.SourceSummary source : frame.sources()) {
            if (source.lines() > 0) {
                return;
            }
        }
        String name = frame.sources().isEmpty()
                ? "the input"
                : frame.sources().get(0).name().toString();
        throw new TroubleshooterException(
                Code.UNUSABLE_INPUT,
                name + " is empty",
                "If a command writes to stderr, pipe that in too: command 2>&1 | tst");
    }

    private Follower follower(Analysis analysis, List<Inputs.Input> inputs) {
        boolean someoneWatches =
                around.terminals().out() && settings.value(Option.FORMAT).equals("text");
        Report interim = someoneWatches ? Reports.interim(settings, around, inputs) : null;
        return new Follower(analysis, interim, around.err(), settings.given(Option.ASK));
    }
}
