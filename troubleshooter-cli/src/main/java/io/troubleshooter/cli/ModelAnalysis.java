package io.troubleshooter.cli;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.AnswerReport;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.report.Report;
import java.io.IOException;
import java.util.List;

/** {@code tst analyze --provider ...}: one turn with a model. Ctrl-C stops the model, not the report. */
final class ModelAnalysis {

    private final Surroundings around;
    private final Settings settings;

    private ModelAnalysis(Surroundings around, Settings settings) {
        this.around = around;
        this.settings = settings;
    }

    static int run(Surroundings around, Settings settings, List<Inputs.Input> inputs, Report report)
            throws IOException {
        Answer answer = new ModelAnalysis(around, settings).answer(inputs);
        Diagnosis diagnosis = answer.diagnosis();
        AnalyzeCommand.refuseNothing(diagnosis.frame());
        String format = settings.value(Option.FORMAT);
        new Pager(around, settings)
                .print(AnswerReport.render(report, format, answer, null, Looks.width(settings, around)));
        return AnalyzeCommand.code(settings, diagnosis);
    }

    private Answer answer(List<Inputs.Input> inputs) {
        Stores stores = Stores.onFile(settings, around);
        try (Assistant assistant = Assistant.open(settings, around, stores)) {
            Conversation conversation = assistant.beginUnkept();
            try (Progress progress = Progress.start(around)) {
                for (Inputs.Input input : inputs) {
                    progress.reading(input);
                    conversation.add(input.source());
                }
            }
            Cancellation cancellation = new Cancellation();
            try (Interrupts interrupts = Interrupts.catchFirst(cancellation::cancel)) {
                return conversation.ask(settings.given(Option.ASK), AnswerListener.NONE, cancellation);
            }
        }
    }
}
