package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.List;

/** Holds what a model says until it is known that it may be shown. Not thread-safe. */
final class HeldListener implements AnswerListener {

    private final AnswerListener listener;
    private final List<Runnable> held = new ArrayList<>();

    HeldListener(AnswerListener listener) {
        this.listener = listener;
    }

    @Override
    public void offline(Diagnosis diagnosis) {
        listener.offline(diagnosis);
    }

    @Override
    public void stage(String name) {
        listener.stage(name);
    }

    @Override
    public void tool(ToolAnswer answer) {
        listener.tool(answer);
    }

    @Override
    public void statement(Statement statement) {
        held.add(() -> listener.statement(statement));
    }

    @Override
    public void hypothesis(Hypothesis hypothesis) {
        held.add(() -> listener.hypothesis(hypothesis));
    }

    /** Shows it. */
    void release() {
        held.forEach(Runnable::run);
        held.clear();
    }
}
