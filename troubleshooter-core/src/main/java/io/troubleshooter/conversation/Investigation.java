package io.troubleshooter.conversation;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.tool.ToolAnswer;
import io.troubleshooter.tool.ToolScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of one turn with a model, where there is evidence. Not thread-safe. */
final class Investigation implements TurnSteps {

    static final String TRIAGE = "triage";

    private final ModelSetup setup;
    private final Inquiry inquiry;
    private final AnswerListener listener;
    private final TurnPrompts prompts;
    private final Scene scene;
    private final Router.Route route;
    private final List<ToolSpec> specs;
    private final Looks looks;
    private final Checks checks;

    Investigation(ModelSetup setup, Inquiry inquiry, AnswerListener listener, TurnPrompts prompts) {
        this.setup = setup;
        this.inquiry = inquiry;
        this.listener = listener;
        this.prompts = prompts;
        this.scene = new Scene(inquiry, prompts, setup.settings().contextTokens());
        this.route = Router.of(inquiry);
        this.specs = setup.toolbox().specs();
        this.looks = looks();
        this.checks = new Checks(inquiry, looks);
    }

    private Looks looks() {
        CaseFile file = inquiry.file();
        ToolScene toolScene = new ToolScene(
                file.frame(), file.evidence(), setup.rules(), setup.settings().turnTime());
        int first = 1 + lastOutput(file.evidence());
        return new Looks(
                setup.toolbox().begin(toolScene, inquiry.redaction(), first), specs, inquiry.redaction(), listener);
    }

    private static int lastOutput(Evidence evidence) {
        int last = 0;
        for (String source : evidence.sources()) {
            last = source.startsWith("T") ? Math.max(last, Integer.parseInt(source.substring(1))) : last;
        }
        return last;
    }

    @Override
    public String route() {
        return route.reason();
    }

    @Override
    public List<ToolAnswer> looked() {
        return looks.answers();
    }

    @Override
    public @Nullable RedactedText digest() {
        return scene.digest();
    }

    @Override
    public void doubt() {
        scene.doubt();
    }

    @Override
    public long worstCase() {
        ModelCard cheap = setup.provider().card(setup.settings().cheap());
        ModelCard strong = setup.provider().card(setup.settings().strong());
        Dialogue explain = explainDialogue(strong, List.of());
        long worst = WorstCase.ofLoop(
                List.of(cheap, strong),
                explain.request(Explain.ANSWER, labels("explain")),
                rounds(),
                setup.toolbox().limits(),
                setup.clock());
        return Math.min(worst, setup.settings().turnMicroUsd());
    }

    /** Only where rules leave something open, or something was asked, is it worth looking around. */
    private int rounds() {
        return route.triage() ? setup.settings().rounds() : 0;
    }

    @Override
    public Made answer(BudgetedModel model, long startMillis) {
        TurnResult result = new TurnResult(setup, inquiry, looks, checks, prompts);
        Triage triage = route.triage() && rounds() > 0 && !specs.isEmpty() ? triage(model) : Triage.NONE;
        if (triage.outside()) {
            return result.declined(model, startMillis);
        }
        looks.onlyWhile(model::checkTime);
        triage.calls().forEach(call -> looks.look(call.tool(), call.arguments()));
        boolean strong = route.strong() || triage.hard();
        int rounds = rounds() - (triage.calls().isEmpty() ? 0 : 1);
        return explain(model, strong, Math.max(0, rounds), result, startMillis);
    }

    /** What a small call says; nothing where it fails in a way that need not concern the answer. */
    private Triage triage(BudgetedModel model) {
        listener.stage("triage");
        ModelCard card = model.card(setup.settings().cheap());
        ToolSpec tool = new ToolSpec(TRIAGE, prompts.part("triage-tool.txt"), prompts.part("triage.schema.json"));
        Dialogue dialogue = new Dialogue(card, prompts.use(TRIAGE), List.of(tool), scene.overview(toolsInWords()));
        try {
            ModelReply reply = model.ask(dialogue.request(TRIAGE, labels(TRIAGE)), ReplySink.NONE);
            String arguments = ReplyText.arguments(reply, TRIAGE);
            return arguments == null ? Triage.NONE : Triage.read(arguments);
        } catch (ModelException.Broken | ModelException.Refused without) {
            return Triage.NONE;
        }
    }

    private RedactedText toolsInWords() {
        StringBuilder text = new StringBuilder();
        for (ToolSpec spec : specs) {
            text.append(spec.name())
                    .append(": ")
                    .append(spec.description().wording())
                    .append('\n')
                    .append(spec.schema().wording())
                    .append('\n');
        }
        return inquiry.redaction().redact(text.toString().strip());
    }

    private Made explain(BudgetedModel model, boolean strong, int rounds, TurnResult result, long startMillis) {
        ModelCard card =
                model.card(strong ? setup.settings().strong() : setup.settings().cheap());
        Dialogue dialogue = explainDialogue(card, looks.answers());
        Explain explain = new Explain(
                model, dialogue, looks, prompts, () -> checks.collector(listener, false), labels("explain"));
        boolean canLook = card.capabilities().tools() && !specs.isEmpty();
        listener.stage("explain");
        Explain.Outcome outcome;
        try {
            outcome = explain.ask(canLook ? rounds : 0);
            outcome = outcome == Explain.Outcome.NONE && explain.answered() != null ? explain.again() : outcome;
        } catch (ModelException failed) {
            return result.broken(explain.collected(), failed, model, startMillis);
        }
        Collector collected = explain.collected();
        if (outcome == Explain.Outcome.NONE || collected == null) {
            throw new ModelException.Broken(
                    "It came to no answer that could be read.",
                    "Ask again, or choose a stronger model.",
                    TokenUsage.NONE);
        }
        if (collected.isOutside()) {
            return result.declined(model, startMillis);
        }
        repair(explain, collected);
        return result.answer(collected, outcome == Explain.Outcome.PART, model, startMillis);
    }

    private void repair(Explain explain, Collector collected) {
        ModelReply reply = explain.answered();
        List<ClaimCheck.Result<? extends Claim>> failed = collected.failed();
        if (failed.isEmpty() || reply == null) {
            return;
        }
        listener.stage("repair");
        Collector repaired = checks.collector(AnswerListener.NONE, true);
        Repair repair = new Repair(
                inquiry.redaction(), looks.evidence(), setup.provider().id());
        try {
            explain.repair(repaired, repair.said(reply), repair.heard(failed, prompts.use("repair")));
            collected.repair(repaired);
        } catch (ModelException without) {
            // What failed is then shown without what is made up, or not at all.
        }
    }

    private Dialogue explainDialogue(ModelCard card, List<ToolAnswer> lookedUp) {
        List<ToolSpec> tools = new ArrayList<>();
        if (card.capabilities().tools() && rounds() > 0) {
            tools.addAll(specs);
        }
        tools.add(new ToolSpec(Explain.ANSWER, prompts.part("answer-tool.txt"), prompts.part("answer.schema.json")));
        return new Dialogue(card, prompts.use("explain"), tools, scene.briefing(lookedUp));
    }

    private Map<String, String> labels(String stage) {
        return Labels.of(inquiry, stage, route.reason());
    }
}
