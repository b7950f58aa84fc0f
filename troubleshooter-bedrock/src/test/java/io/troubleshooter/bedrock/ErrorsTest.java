package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.troubleshooter.bedrock.BedrockServer.Act;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ReplySink;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when Bedrock does not reply, and how often it is asked. */
@Timeout(60)
class ErrorsTest {

    private static final Act GOOD = Acts.json(Bodies.reply("{\"text\":\"ok\"}", "end_turn", Bodies.usage(1, 1, 0, 0)));

    private static <E extends ModelException> E fails(Class<E> type, int attempts, Act... acts) {
        try (Service service = Service.playing(acts)) {
            E failure = catchThrowableOfType(type, () -> service.ask(ReplySink.NONE));
            assertThat(failure).as("a failure").isNotNull();
            assertThat(service.server.received()).hasSize(attempts);
            return failure;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400|ValidationException|Invocation of model ID x with on-demand throughput isn’t supported. Retry with an inference profile.|inference profile|us.
            400|ValidationException|The provided model identifier is invalid.|no model|list-inference-profiles
            404|ResourceNotFoundException|This model version has reached the end of its life.|retired|newer
            404|ResourceNotFoundException|Could not resolve the foundation model.|no model|region
            404|ResourceNotFoundException|Model use case details have not been submitted for this account. Fill out the form.|use case|form
            404|FTUFormNotFilled|Submit it.|use case|form
            403|AccessDeniedException|User is not authorized to perform: bedrock:InvokeModel|denied|bedrock:InvokeModelWithResponseStream
            403|AccessDeniedException|You don't have access to the model with the specified model ID.|denied|access
            403|ExpiredTokenException|The security token included in the request is expired|expired|Sign in
            403|InvalidSignatureException|Signature expired|does not accept|clock
            403|UnrecognizedClientException|The security token is invalid|does not accept|keys
            """)
    void whatIsMisconfiguredIsSaidWithWhatToDoAndNotTriedAgain(
            int status, String type, String message, String said, String advised) {
        ModelException failure = fails(ModelException.Misconfigured.class, 1, Acts.error(status, type, message), GOOD);

        assertThat(failure).hasMessageContaining(said);
        assertThat(failure.advice()).contains(advised).doesNotContain(Requests.PLANTED, "AKIA");
        assertThat(failure.getMessage()).doesNotContain(Requests.PLANTED, "AKIA");
    }

    @Test
    void theIdOfTheRequestIsSaidForSupport() {
        ModelException failure =
                fails(ModelException.Misconfigured.class, 1, Acts.error(403, "AccessDeniedException", "No."));

        assertThat(failure.advice()).contains("0a1b2c3d-1111-2222-3333-444455556666");
    }

    @Test
    void aRequestThatIsInvalidIsNotTriedAgain() {
        fails(ModelException.Refused.class, 1, Acts.error(400, "ValidationException", "tools.0 is odd."), GOOD);
        fails(
                ModelException.Refused.class,
                1,
                Acts.error(400, "ValidationException", "The maximum tokens you requested exceeds the model limit."),
                GOOD);
    }

    @Test
    void aModelThatFailsOrTakesTooLongIsAskedOnceMore() {
        Act timeout = Acts.error(408, "ModelTimeoutException", "Took too long.");
        Act error = Acts.error(424, "ModelErrorException", "Failed.");

        fails(ModelException.TimedOut.class, 2, timeout, timeout, GOOD);
        fails(ModelException.Unavailable.class, 2, error, error, GOOD);
    }

    @Test
    void overloadIsWaitedForFiveTimes() {
        fails(ModelException.Unavailable.class, 5, Acts.error(429, "ThrottlingException", "Slow down."));
        fails(ModelException.Unavailable.class, 5, Acts.error(429, "ModelNotReadyException", "Warming up."));
        fails(ModelException.Unavailable.class, 5, Acts.error(503, "ServiceUnavailableException", "Down."));
        fails(ModelException.Unavailable.class, 5, Acts.error(502, "SomethingNew", "Down."));
    }

    @Test
    void aDailyQuotaIsNotWaitedFor() {
        ModelException failure = fails(
                ModelException.Unavailable.class,
                1,
                Acts.error(429, "ThrottlingException", "Too many tokens per day, please wait before trying again."),
                GOOD);
        assertThat(failure.advice()).contains("Service Quotas");
        fails(ModelException.Unavailable.class, 1, Acts.error(400, "ServiceQuotaExceededException", "Enough."), GOOD);
    }

    @Test
    void whoIsToldToComeBackTooLateSaysWhen() {
        ModelException.Unavailable failure = fails(
                ModelException.Unavailable.class,
                1,
                Acts.error(429, "ThrottlingException", "Slow down.", "3600"),
                GOOD);

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whoIsToldToComeBackSoonDoes() {
        try (Service service = Service.playing(Acts.error(429, "ThrottlingException", "Slow down.", "1"), GOOD)) {
            assertThat(service.ask(ReplySink.NONE).parts()).hasSize(1);
        }
    }

    @Test
    void stoppingEndsTheWaitBetweenTwoAttempts() {
        Cancellation cancellation = new Cancellation();
        Act told = exchange -> {
            Acts.error(429, "ThrottlingException", "Slow down.", "300").play(exchange);
            new Timer(true).schedule(stop(cancellation), 300);
        };
        try (Service service = Service.playing(told, GOOD)) {
            CallLimits limits = new CallLimits(Duration.ofMinutes(30), cancellation);

            assertThatExceptionOfType(ModelException.Cancelled.class)
                    .isThrownBy(() -> service.provider.ask(Requests.question(Service.MODEL), ReplySink.NONE, limits));
            assertThat(service.server.received()).hasSize(1);
        }
    }

    private static TimerTask stop(Cancellation cancellation) {
        return new TimerTask() {
            @Override
            public void run() {
                cancellation.cancel();
            }
        };
    }

    @Test
    void aReplyThatIsNoJsonIsBroken() {
        fails(ModelException.Broken.class, 2, Acts.json("{\"output\":"), Acts.json("<html>"), GOOD);
    }

    @Test
    void aReplyWithoutWhatIsExpectedIsEmpty() {
        try (Service service = Service.playing(Acts.json("{}"))) {
            assertThat(service.ask(ReplySink.NONE).parts()).isEmpty();
        }
    }

    private static ModelException unreachable(UnaryOperator<BedrockBuilder> settings) {
        BedrockBuilder builder =
                settings.apply(BedrockProvider.builder().attempts(2).waits(Duration.ofMillis(1), Duration.ofMillis(2)));
        CallLimits limits = Requests.within(Duration.ofSeconds(30));
        try (ModelProvider provider = builder.build()) {
            return catchThrowableOfType(
                    ModelException.class, () -> provider.ask(Requests.question(Service.MODEL), ReplySink.NONE, limits));
        }
    }

    @Test
    void withoutCredentialsItIsSaidWhichToSet() {
        ModelException failure = unreachable(
                b -> b.region("eu-west-1").profile("there-is-no-such-profile").endpoint(nobody()));

        assertThat(failure).isInstanceOf(ModelException.Misconfigured.class).hasMessageContaining("credentials");
        assertThat(failure.advice()).contains("AWS_PROFILE").contains("credential_process");
    }

    @Test
    void withoutARegionItIsSaidWhereToSetOne() {
        assumeThat(System.getenv("AWS_REGION")).isNull();
        String before = System.getProperty("aws.disableEc2Metadata");
        System.setProperty("aws.disableEc2Metadata", "true");
        try {
            ModelException failure = unreachable(b -> b.profile("there-is-no-such-profile"));

            assertThat(failure).isInstanceOf(ModelException.Misconfigured.class).hasMessageContaining("region");
            assertThat(failure.advice()).contains("AWS_REGION");
        } finally {
            if (before == null) {
                System.clearProperty("aws.disableEc2Metadata");
            }
        }
    }

    @Test
    void whoAsksAfterClosingIsToldSo() {
        try (Service service = Service.playing(GOOD)) {
            service.provider.close();

            assertThatIllegalStateException().isThrownBy(() -> service.ask(ReplySink.NONE));
        }
    }

    @Test
    void withNobodyListeningItIsUnavailable() {
        try (BedrockServer server = new BedrockServer(List.of(GOOD))) {
            ModelException failure =
                    unreachable(b -> Providers.of(server).endpoint(nobody()).attempts(2));
            assertThat(failure).isInstanceOf(ModelException.Unavailable.class);
        }
    }

    @Test
    void aHostThatDoesNotExistPointsAtTheRegion() {
        try (BedrockServer server = new BedrockServer(List.of(GOOD))) {
            ModelException failure = unreachable(b -> Providers.of(server)
                    .endpoint(URI.create("http://bedrock.invalid"))
                    .attempts(2)
                    .connectTimeout(Duration.ofSeconds(2)));
            assertThat(failure).isInstanceOf(ModelException.Unavailable.class);
            assertThat(failure.getMessage() + failure.advice()).contains("eu-west-1");
        }
    }

    /** An address at which nothing listens: the port is reserved and never served. */
    private static URI nobody() {
        return URI.create("http://127.0.0.1:1");
    }
}
