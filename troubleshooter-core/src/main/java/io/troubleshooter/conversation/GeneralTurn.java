package io.troubleshooter.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.prompt.Prompt;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question without evidence: answered from general knowledge, in one call, uncited and marked so. Not thread-safe. */
final class GeneralTurn implements TurnSteps {

    private static final int MAX_PARAGRAPHS = 12;
    private static final int MAX_GAPS = 4;

    private final ModelSetup setup;
    private final Inquiry inquiry;
    private final AnswerListener listener;
    private final TurnPrompts prompts;
    private final Dialogue dialogue;

    GeneralTurn(ModelSetup setup, Inquiry inquiry, AnswerListener listener, TurnPrompts prompts) {
        this.setup = setup;
        this.inquiry = inquiry;
        this.listener = listener;
        this.prompts = prompts;
        ToolSpec tool =
                new ToolSpec(Explain.ANSWER, prompts.part("answer-tool.txt"), prompts.part("answer.schema.json"));
        ModelCard card = setup.provider().card(setup.settings().cheap());
        Prompt prompt = prompts.use("general");
        Scene scene = new Scene(inquiry, prompts, setup.settings().contextTokens());
        this.dialogue = new Dialogue(card, prompt, List.of(tool), scene.questionAlone());
    }

    @Override
    public String route() {
        return "no-evidence";
    }

    @Override
    public List<ToolAnswer> looked() {
        return List.of();
    }

    @Override
    public @Nullable RedactedText digest() {
        return null;
    }

    @Override
    public void doubt() {
        // There is nothing to doubt.
    }

    @Override
    public long worstCase() {
        ModelRequest request = request();
        ModelCard card = setup.provider().card(request.model());
        return WorstCase.of(List.of(card), TokenEstimate.of(request), request.maxTokens(), setup.clock());
    }

    private ModelRequest request() {
        return dialogue.request(Explain.ANSWER, Labels.of(inquiry, "general", route()));
    }

    @Override
    public Made answer(BudgetedModel model, long startMillis) {
        listener.stage("explain");
        ModelReply reply = model.ask(request(), ReplySink.NONE);
        String arguments = ReplyText.arguments(reply, Explain.ANSWER);
        Reading reading = new Reading();
        new ReplyParser(reading).feed(arguments == null ? "" : arguments);
        Diagnosis.Usage usage = TurnResult.usage(model, setup.clock().millis() - startMillis);
        if (reading.outside) {
            return new Made(Declined.answer(inquiry, provenance(model), usage, List.of()), true);
        }
        if (reading.statements.isEmpty()) {
            throw new ModelException.Broken("It came to no answer that could be read.", "Ask again.", TokenUsage.NONE);
        }
        return new Made(answer(reading, model, usage), true);
    }

    private Answer answer(Reading reading, BudgetedModel model, Diagnosis.Usage usage) {
        Diagnosis offline = inquiry.file().offline();
        return new Answer(
                Answer.Kind.GENERAL,
                List.copyOf(reading.statements),
                Results.merged(offline, offline.hypotheses(), reading.gaps, null, provenance(model), usage),
                List.of(),
                List.of("General knowledge: no evidence was given, nothing is cited."),
                List.of(),
                Answer.CitationCount.NONE);
    }

    private Provenance provenance(BudgetedModel model) {
        Provenance rules = inquiry.file().offline().producedBy();
        return new Provenance("model", model.answeredBy(), prompts.references(), rules.rulesVersion(), rules.version());
    }

    private final class Reading implements ReplyParser.Sink {
        private final ClaimReader reader = new ClaimReader(inquiry.redaction());
        private final List<Statement> statements = new ArrayList<>();
        private final List<String> gaps = new ArrayList<>();
        private boolean outside;

        @Override
        public void member(String name, JsonNode value) {
            outside |= name.equals("scope") && value.asText().equals("outside");
        }

        @Override
        public void element(String name, JsonNode value) {
            if (name.equals("statements")) {
                Claim.Paragraph paragraph = reader.paragraph(value);
                if (paragraph != null && statements.size() < MAX_PARAGRAPHS && !outside) {
                    Statement statement = new Statement(paragraph.text(), List.of(), false);
                    statements.add(statement);
                    listener.statement(statement);
                }
            } else if (name.equals("gaps")
                    && gaps.size() < MAX_GAPS
                    && !reader.words(value).isEmpty()) {
                gaps.add(reader.words(value));
            }
        }
    }
}
