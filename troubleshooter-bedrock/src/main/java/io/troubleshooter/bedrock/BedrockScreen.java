package io.troubleshooter.bedrock;

import io.troubleshooter.bedrock.Fault.Failed;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.redact.RedactedText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ApplyGuardrailRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ApplyGuardrailResponse;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailAction;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailAssessment;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailContentFilter;
import software.amazon.awssdk.services.bedrockruntime.model.GuardrailContentSource;

/** Asks a guardrail about a text, piece by piece. One attempt each: it is a second opinion, and the loop goes on without. */
final class BedrockScreen implements TextScreen {

    /** Characters of a piece: the service takes 25 units of 1,000 at once by default. */
    private static final int PIECE = 20_000;

    private final Guardrail guardrail;
    private final Connection connection;

    BedrockScreen(Guardrail guardrail, Connection connection) {
        this.guardrail = guardrail;
        this.connection = connection;
    }

    @Override
    public String id() {
        return "bedrock " + guardrail.id() + ':' + guardrail.version();
    }

    @Override
    public long most(int characters) {
        return GuardrailPrice.builtIn().most(characters);
    }

    @Override
    public Verdict screen(RedactedText text, Side side, CallLimits limits) {
        String whole = text.toString();
        Verdict verdict = Verdict.CLEAN;
        Faults faults = new Faults(new Advice("the guardrail", connection.region()));
        try (Deadline deadline = Deadline.start(limits)) {
            Waiting waiting = new Waiting(deadline, limits.cancellation(), faults);
            for (int at = 0; at < whole.length(); at += PIECE) {
                deadline.check(TokenUsage.NONE);
                String piece = whole.substring(at, Math.min(whole.length(), at + PIECE));
                verdict = piece.isBlank() ? verdict : verdict.plus(verdict(ask(piece, side, waiting), piece));
            }
        } catch (Failed failed) {
            throw failed.fault().exception(TokenUsage.NONE);
        }
        return verdict;
    }

    private ApplyGuardrailResponse ask(String piece, Side side, Waiting waiting) {
        ApplyGuardrailRequest request = ApplyGuardrailRequest.builder()
                .guardrailIdentifier(guardrail.id())
                .guardrailVersion(guardrail.version())
                .source(side == Side.INPUT ? GuardrailContentSource.INPUT : GuardrailContentSource.OUTPUT)
                .content(content -> content.text(text -> text.text(piece)))
                .build();
        return waiting.await(client(waiting.faults()).applyGuardrail(request), TokenUsage.NONE);
    }

    private BedrockRuntimeAsyncClient client(Faults faults) {
        try {
            return connection.client();
        } catch (SdkException | IllegalArgumentException e) {
            throw new Failed(faults.of(e), TokenUsage.NONE, false);
        }
    }

    /** Where the service does not say what it took, it took the most that it can. */
    private Verdict verdict(ApplyGuardrailResponse response, String piece) {
        boolean said = response.usage() != null;
        long units = said ? GuardrailPrice.units(response.usage()) : 0;
        long cost = said ? GuardrailPrice.builtIn().cost(response.usage()) : most(piece.length());
        if (response.action() != GuardrailAction.GUARDRAIL_INTERVENED) {
            return new Verdict(false, List.of(), units, cost);
        }
        Set<String> policies = new TreeSet<>();
        response.assessments().forEach(assessment -> name(assessment, policies));
        return new Verdict(true, List.copyOf(policies), units, cost);
    }

    private static void name(GuardrailAssessment assessment, Set<String> policies) {
        if (assessment.contentPolicy() != null) {
            for (GuardrailContentFilter filter : assessment.contentPolicy().filters()) {
                policies.add(filter.typeAsString().toLowerCase(Locale.ROOT));
            }
        }
        if (assessment.topicPolicy() != null
                && !assessment.topicPolicy().topics().isEmpty()) {
            policies.add("topic");
        }
        if (assessment.wordPolicy() != null) {
            policies.add("word");
        }
        if (assessment.sensitiveInformationPolicy() != null) {
            policies.add("sensitive_information");
        }
    }
}
