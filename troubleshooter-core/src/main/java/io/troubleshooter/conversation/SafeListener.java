package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;

/** Keeps a listener that fails from ending the turn: it hears nothing more. Not thread-safe. */
final class SafeListener implements AnswerListener {

    private final AnswerListener listener;
    private boolean failed;

    SafeListener(AnswerListener listener) {
        this.listener = listener;
    }

    private void tell(Runnable event) {
        if (failed) {
            return;
        }
        try {
            event.run();
        } catch (RuntimeException defect) {
            failed = true;
        }
    }

    @Override
    public void offline(Diagnosis diagnosis) {
        tell(() -> listener.offline(diagnosis));
    }

    @Override
    public void stage(String name) {
        tell(() -> listener.stage(name));
    }

    @Override
    public void tool(ToolAnswer answer) {
        tell(() -> listener.tool(answer));
    }

    @Override
    public void statement(Statement statement) {
        tell(() -> listener.statement(statement));
    }

    @Override
    public void hypothesis(Hypothesis hypothesis) {
        tell(() -> listener.hypothesis(hypothesis));
    }
}
