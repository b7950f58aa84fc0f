package io.troubleshooter.conversation;

import io.troubleshooter.context.EvidenceDigest;
import io.troubleshooter.model.Part;
import io.troubleshooter.prompt.Prompt;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.tool.ToolAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model is given in one turn, in parts: what stays the same first, so that providers can cache it. Not thread-safe. */
final class Scene {

    /** Of the tokens for evidence, how many the triage gets. */
    private static final int TRIAGE_SHARE = 4;

    private static final int LEAST_TOKENS = 200;

    private final Inquiry inquiry;
    private final TurnPrompts prompts;
    private final int contextTokens;
    private final Map<Integer, EvidenceDigest> digests = new HashMap<>();
    private boolean doubtful;

    Scene(Inquiry inquiry, TurnPrompts prompts, int contextTokens) {
        this.inquiry = inquiry;
        this.prompts = prompts;
        this.contextTokens = contextTokens;
    }

    static List<Part> system(Prompt prompt) {
        return List.of(new Part.Instructions(prompt.text()), Part.CachePoint.HERE);
    }

    /** For a quick look: an overview of the evidence, the tools in words, the question. */
    List<Part> overview(@Nullable RedactedText tools) {
        List<Part> parts = new ArrayList<>();
        add(parts, "tools-open.txt", tools);
        evidence(parts, Math.max(LEAST_TOKENS, contextTokens / TRIAGE_SHARE));
        rest(parts);
        return parts;
    }

    /** For the answer: the evidence, what was looked up already, the question. */
    List<Part> briefing(List<ToolAnswer> lookedUp) {
        List<Part> parts = new ArrayList<>();
        evidence(parts, Math.max(LEAST_TOKENS, contextTokens));
        for (ToolAnswer answer : lookedUp) {
            if (!answer.id().isEmpty()) {
                parts.addAll(prompts.block("tool-open.txt", number(answer.id()), answer.output()));
            }
        }
        rest(parts);
        return parts;
    }

    /** For a question without evidence. */
    List<Part> questionAlone() {
        List<Part> parts = new ArrayList<>();
        add(parts, "history-open.txt", Background.history(inquiry));
        question(parts);
        return parts;
    }

    /** The evidence at its longest; null where there is none. */
    @Nullable
    RedactedText digest() {
        return digests.computeIfAbsent(Math.max(LEAST_TOKENS, contextTokens), this::digest)
                .text();
    }

    /** From now on the evidence is said to be doubtful. */
    void doubt() {
        doubtful = true;
    }

    private void evidence(List<Part> parts, int tokens) {
        EvidenceDigest digest = digests.computeIfAbsent(tokens, this::digest);
        add(parts, doubtful ? "evidence-doubtful-open.txt" : "evidence-open.txt", digest.text());
        if (digest.text() != null) {
            parts.add(Part.CachePoint.HERE);
        }
    }

    private EvidenceDigest digest(int tokens) {
        CaseFile file = inquiry.file();
        return EvidenceDigest.of(file.frame(), file.evidence(), file.offline(), inquiry.question(), tokens);
    }

    private void rest(List<Part> parts) {
        add(parts, "findings-open.txt", Background.findings(inquiry));
        add(parts, "history-open.txt", Background.history(inquiry));
        question(parts);
    }

    private void question(List<Part> parts) {
        RedactedText question = inquiry.question();
        if (question == null) {
            parts.add(prompts.part("no-question.txt"));
        } else {
            add(parts, "question-open.txt", question);
        }
    }

    private void add(List<Part> parts, String opening, @Nullable RedactedText data) {
        if (data != null && !data.isEmpty()) {
            parts.addAll(prompts.block(opening, data));
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(1));
    }
}
