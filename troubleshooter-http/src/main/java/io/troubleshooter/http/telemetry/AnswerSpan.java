package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import org.jspecify.annotations.Nullable;

/** An answer in the making: a span with one for each of its stages. On the thread that asks. */
public final class AnswerSpan implements AnswerListener, AutoCloseable {

    private final Span span;
    private final Scope scope;
    private final Tracer tracer;
    private final Instruments instruments;
    private final AnswerListener listener;
    private @Nullable Stage stage;

    @SuppressWarnings("MustBeClosedChecker") // the scope ends with this, in close()
    AnswerSpan(Span span, Tracer tracer, Instruments instruments, AnswerListener listener) {
        this.span = span;
        this.scope = span.makeCurrent();
        this.tracer = tracer;
        this.instruments = instruments;
        this.listener = listener;
        this.stage = Stage.begin(tracer, instruments, "offline");
    }

    @Override
    public void offline(Diagnosis diagnosis) {
        endStage();
        listener.offline(diagnosis);
    }

    @Override
    public void stage(String name) {
        endStage();
        stage = Stage.begin(tracer, instruments, name);
        listener.stage(name);
    }

    @Override
    public void tool(ToolAnswer answer) {
        tracer.spanBuilder("execute_tool " + answer.name())
                .setAttribute(Names.OPERATION, "execute_tool")
                .setAttribute(Names.TOOL, answer.name())
                .startSpan()
                .end();
        listener.tool(answer);
    }

    @Override
    public void statement(Statement statement) {
        listener.statement(statement);
    }

    @Override
    public void hypothesis(Hypothesis hypothesis) {
        listener.hypothesis(hypothesis);
    }

    private void endStage() {
        if (stage != null) {
            stage.close();
            stage = null;
        }
    }

    @Override
    public void close() {
        endStage();
        scope.close();
        span.end();
    }
}
