package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.troubleshooter.contract.Scene.Kind;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelReply.Stop;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenUsage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every provider of models does, whoever serves them. In a package of its own, since those of the library are
 * sealed.
 */
@Timeout(60)
public abstract class ModelProviderContract {

    private static final String REPLY_WORD = "crimson-armadillo";
    private static final String LONG = ("The pool was " + REPLY_WORD + " äöü 日本 \uD83D\uDE80 ").repeat(40);

    private ModelProvider provider;

    /** A provider whose service plays these scenes, one a request; the last one again and again. Retries quickly. */
    protected abstract ModelProvider provider(List<Scene> scenes);

    /** A model that can be forced to call a tool. */
    protected abstract String model();

    /** Waits until the service has noticed that the provider hung up; nothing to do where there is no connection. */
    protected void awaitHungUp() throws Exception {}

    @AfterEach
    void closeProvider() {
        if (provider != null) {
            provider.close();
        }
    }

    private ModelProvider playing(Scene... scenes) {
        provider = provider(List.of(scenes));
        return provider;
    }

    private ModelReply ask(ReplySink sink, Scene... scenes) {
        return playing(scenes).ask(Requests.question(model()), sink, Requests.patient());
    }

    private <E extends ModelException> E fails(Class<E> type, ReplySink sink, CallLimits limits, Scene... scenes) {
        ModelProvider asked = playing(scenes);
        return failing(type, () -> asked.ask(Requests.question(model()), sink, limits));
    }

    private static <E extends ModelException> E failing(Class<E> type, Runnable call) {
        E failure = catchThrowableOfType(type, call::run);
        assertThat(failure).as("a failure").isNotNull();
        StringWriter shown = new StringWriter();
        failure.printStackTrace(new PrintWriter(shown, true));
        assertThat(shown + " " + failure.getMessage() + " " + failure.advice())
                .doesNotContain(Requests.PLANTED)
                .doesNotContain(REPLY_WORD)
                .doesNotContain("AKIAIOSFODNN7EXAMPLE")
                .doesNotContain("wJalrXUtnFEMI");
        assertThat(failure.advice()).isNotBlank();
        return failure;
    }

    @Test
    void repliesInPlainWords() {
        ModelReply reply = ask(ReplySink.NONE, Scene.text("The disk is full."));

        assertThat(reply.parts()).containsExactly(new ReplyPart.Text("The disk is full."));
        assertThat(reply.stop()).isEqualTo(Stop.END);
        assertThat(reply.usage()).isEqualTo(Scene.USAGE);
        assertThat(reply.latencyMs()).isNotNegative();
        assertThat(reply.model()).isNotBlank();
    }

    @Test
    void callsTools() {
        ModelProvider asked = playing(Scene.call("call-7", "search", "{\"text\":\"refused\"}"));
        ModelRequest request = Requests.withTools(Requests.question(model()), Requests.tool("search"));

        ModelReply reply = asked.ask(request, ReplySink.NONE, Requests.patient());

        assertThat(reply.parts()).containsExactly(new ReplyPart.Call("call-7", "search", "{\"text\":\"refused\"}"));
        assertThat(reply.stop()).isEqualTo(Stop.TOOL_CALL);
    }

    @Test
    void callsAToolThatIsForced() {
        ModelProvider asked = playing(Scene.call("call-8", "report", "{\"text\":\"x\"}"));
        ModelRequest request = Requests.withTools(Requests.question(model()), Requests.tool("report"));

        ModelReply reply = asked.ask(Requests.forcing(request, "report"), new CollectingSink(), Requests.patient());

        assertThat(reply.parts()).containsExactly(new ReplyPart.Call("call-8", "report", "{\"text\":\"x\"}"));
    }

    @Test
    void piecesOfAStreamMakeTheReplyThatBlockingGives() {
        CollectingSink sink = new CollectingSink();
        ModelReply streamed = ask(sink, Scene.text(LONG));
        provider.close();
        ModelReply blocking = ask(ReplySink.NONE, Scene.text(LONG));

        assertThat(streamed.parts()).isEqualTo(blocking.parts()).containsExactly(new ReplyPart.Text(LONG));
        assertThat(sink.text).hasToString(LONG);
        assertThat(sink.elsewhere).as("pieces come on the thread that asked").isFalse();
        assertThat(streamed.usage()).isEqualTo(Scene.USAGE);
    }

    @Test
    void piecesOfArgumentsMakeTheWholeCall() {
        String arguments = "{\"text\":\"" + "connection refused ".repeat(30) + "\"}";
        CollectingSink sink = new CollectingSink();
        ModelProvider asked = playing(Scene.call("call-9", "search", arguments));
        ModelRequest request = Requests.withTools(Requests.question(model()), Requests.tool("search"));

        ModelReply reply = asked.ask(request, sink, Requests.patient());

        assertThat(reply.parts()).containsExactly(new ReplyPart.Call("call-9", "search", arguments));
        assertThat(sink.arguments).hasToString(arguments);
    }

    @Test
    void aReplyThatRanOutOfTokensSaysSo() {
        assertThat(ask(ReplySink.NONE, Scene.text("The").stopping(Stop.MAX_TOKENS))
                        .stop())
                .isEqualTo(Stop.MAX_TOKENS);
    }

    @Test
    void anUnknownReasonToStopIsNoFailure() {
        Scene odd = Scene.text("Well.").as(Kind.UNKNOWN_STOP).stopping(Stop.UNKNOWN);

        assertThat(ask(ReplySink.NONE, odd).stop()).isEqualTo(Stop.UNKNOWN);
        provider.close();
        assertThat(ask(new CollectingSink(), odd).stop()).isEqualTo(Stop.UNKNOWN);
    }

    @Test
    void isPatientWhenThrottled() {
        assertThat(ask(ReplySink.NONE, Scene.of(Kind.THROTTLED), Scene.of(Kind.THROTTLED), Scene.text("At last."))
                        .parts())
                .containsExactly(new ReplyPart.Text("At last."));
    }

    @Test
    void isPatientWhenThrottledBeforeAStream() {
        CollectingSink sink = new CollectingSink();
        ask(sink, Scene.of(Kind.THROTTLED), Scene.text("At last."));

        assertThat(sink.text).hasToString("At last.");
    }

    @Test
    void givesUpWhenAlwaysThrottled() {
        fails(ModelException.Unavailable.class, ReplySink.NONE, Requests.patient(), Scene.of(Kind.THROTTLED));
    }

    @Test
    void triesAgainWhenTheServiceHasAFault() {
        assertThat(ask(ReplySink.NONE, Scene.of(Kind.SERVER_ERROR), Scene.text("Well."))
                        .parts())
                .hasSize(1);
        provider.close();
        fails(ModelException.Unavailable.class, new CollectingSink(), Requests.patient(), Scene.of(Kind.SERVER_ERROR));
    }

    @Test
    void aServiceThatNeverRepliesIsLeftWhenTheTimeIsOver() throws Exception {
        CallLimits limits = Requests.within(Duration.ofSeconds(2));

        ModelException.TimedOut failure =
                fails(ModelException.TimedOut.class, ReplySink.NONE, limits, Scene.of(Kind.HANG));

        assertThat(failure.used().input()).as("what may have to be paid").isPositive();
        assertThat(failure.used().estimated()).isTrue();
        awaitHungUp();
    }

    @Test
    void aStreamThatNeverBeginsIsLeftWhenTheTimeIsOver() throws Exception {
        CallLimits limits = Requests.within(Duration.ofSeconds(2));
        fails(ModelException.TimedOut.class, new CollectingSink(), limits, Scene.of(Kind.HANG));
        awaitHungUp();
    }

    @Test
    void stoppingEndsACallThatHangs() throws Exception {
        stopped(ReplySink.NONE);
    }

    @Test
    void stoppingEndsAStreamThatHangs() throws Exception {
        stopped(new CollectingSink());
    }

    private void stopped(ReplySink sink) throws Exception {
        Cancellation cancellation = new Cancellation();
        Timer timer = new Timer(true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        cancellation.cancel();
                    }
                },
                500);
        CallLimits limits = new CallLimits(Duration.ofMinutes(10), cancellation);
        fails(ModelException.Cancelled.class, sink, limits, Scene.of(Kind.HANG));
        timer.cancel();
        awaitHungUp();
    }

    @Test
    void stoppingWhilePiecesArriveEndsTheCall() {
        Cancellation cancellation = new Cancellation();
        CollectingSink sink = new CollectingSink(cancellation::cancel);
        CallLimits limits = new CallLimits(Duration.ofMinutes(10), cancellation);

        ModelException failure = fails(ModelException.Cancelled.class, sink, limits, Scene.text(LONG));

        assertThat(failure.used().input()).isPositive();
    }

    @Test
    void aCallThatIsAlreadyStoppedIsNotMade() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        CallLimits limits = new CallLimits(Duration.ofMinutes(10), cancellation);

        fails(ModelException.Cancelled.class, ReplySink.NONE, limits, Scene.text("x"));
    }

    @Test
    void aStreamThatBreaksOffIsBrokenAndItsUseEstimated() {
        CollectingSink sink = new CollectingSink();
        ModelException.Broken failure = fails(
                ModelException.Broken.class,
                sink,
                Requests.patient(),
                Scene.text(LONG).as(Kind.CUT));

        assertThat(LONG).startsWith(sink.text);
        assertThat(sink.text).as("what was seen").isNotEmpty();
        TokenUsage used = failure.used();
        assertThat(used.estimated()).isTrue();
        assertThat(used.input()).isPositive();
        assertThat(used.output()).isPositive();
    }

    @Test
    void badCredentialsAreToBeMended() {
        fails(ModelException.Misconfigured.class, ReplySink.NONE, Requests.patient(), Scene.of(Kind.BAD_CREDENTIALS));
        provider.close();
        fails(
                ModelException.Misconfigured.class,
                new CollectingSink(),
                Requests.patient(),
                Scene.of(Kind.BAD_CREDENTIALS));
    }

    @Test
    void aRequestThatIsTooLongIsRefused() {
        fails(ModelException.Refused.class, ReplySink.NONE, Requests.patient(), Scene.of(Kind.TOO_LONG));
    }

    @Test
    void oneProviderServesManyCalls() {
        ModelProvider asked = playing(Scene.text("One."), Scene.text("Two."));
        ModelRequest request = Requests.question(model());

        assertThat(asked.ask(request, ReplySink.NONE, Requests.patient()).parts())
                .containsExactly(new ReplyPart.Text("One."));
        assertThat(asked.ask(request, new CollectingSink(), Requests.patient()).parts())
                .containsExactly(new ReplyPart.Text("Two."));
    }

    @Test
    void everyModelHasACard() {
        ModelProvider asked = playing(Scene.text("x"));

        assertThat(asked.card(model()).capabilities().forcedTool()).isTrue();
        assertThat(asked.card("nobody.knows-this-1").known()).isFalse();
        assertThat(asked.id()).matches("[a-z0-9-]+");
    }
}
