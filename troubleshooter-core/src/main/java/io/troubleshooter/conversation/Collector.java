package io.troubleshooter.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.talk.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the members of an answer as they are completed, checks each at once and hands on what passes. Paragraphs go out
 * in their order: once one has failed, it and those after it wait for the repair. Not thread-safe.
 */
final class Collector implements ReplyParser.Sink {

    private static final int MAX_PARAGRAPHS = 20;
    private static final int MAX_CAUSES = 6;
    private static final int MAX_GAPS = 4;

    private final ClaimReader reader;
    private final ClaimCheck check;
    private final AnswerListener listener;
    private final boolean holding;
    private final List<Statement> shown = new ArrayList<>();
    private final List<ClaimCheck.Result<Claim.Paragraph>> waiting = new ArrayList<>();
    private final List<ClaimCheck.Result<Claim.Cause>> causes = new ArrayList<>();
    private final List<ClaimCheck.Result<Claim.Cause>> failedCauses = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private @Nullable Verdict verdict;
    private boolean outside;

    /** @param holding whether paragraphs are only gathered */
    Collector(ClaimReader reader, ClaimCheck check, AnswerListener listener, boolean holding) {
        this.holding = holding;
        this.reader = reader;
        this.check = check;
        this.listener = listener;
    }

    @Override
    public void member(String name, JsonNode value) {
        if (name.equals("verdict")) {
            verdict = verdict(value.asText());
        } else if (name.equals("scope")) {
            outside = value.asText().equals("outside");
        }
    }

    @Override
    public void element(String name, JsonNode value) {
        if (outside) {
            return;
        }
        switch (name) {
            case "statements" -> paragraph(value);
            case "hypotheses" -> cause(value);
            case "gaps" -> gap(value);
            default -> {}
        }
    }

    private void paragraph(JsonNode value) {
        Claim.Paragraph claim = reader.paragraph(value);
        if (claim != null && shown.size() + waiting.size() < MAX_PARAGRAPHS) {
            ClaimCheck.Result<Claim.Paragraph> result = check.check(claim);
            if (!holding && waiting.isEmpty() && result.passes()) {
                show(result);
            } else {
                waiting.add(result);
            }
        }
    }

    private void show(ClaimCheck.Result<Claim.Paragraph> result) {
        Statement statement = check.settleParagraph(result);
        if (statement != null && !shown.contains(statement)) {
            shown.add(statement);
            listener.statement(statement);
        }
    }

    private void cause(JsonNode value) {
        Claim.Cause claim = reader.cause(value);
        if (claim != null && causes.size() + failedCauses.size() < MAX_CAUSES) {
            ClaimCheck.Result<Claim.Cause> result = check.check(claim);
            if (result.passes() && !result.standing().isEmpty()) {
                accept(result);
            } else {
                failedCauses.add(result);
            }
        }
    }

    private void accept(ClaimCheck.Result<Claim.Cause> result) {
        ClaimCheck.Result<Claim.Cause> settled = check.settleCause(result);
        if (settled != null && !isKnown(settled.claim())) {
            causes.add(settled);
            if (settled.claim().relation() != Change.Kind.RETRACTED) {
                listener.hypothesis(hypothesis(settled, causes.size()));
            }
        }
    }

    private boolean isKnown(Claim.Cause claim) {
        return causes.stream()
                .anyMatch(known -> known.claim().cause().equals(claim.cause())
                        && known.claim().relation() == claim.relation());
    }

    private static Hypothesis hypothesis(ClaimCheck.Result<Claim.Cause> result, int rank) {
        return Draft.of(result, 0).at(rank, List.of(), 0);
    }

    private void gap(JsonNode value) {
        String gap = reader.words(value);
        if (!gap.isEmpty() && gaps.size() < MAX_GAPS && check.isTrusted(gap)) {
            gaps.add(gap);
        }
    }

    /** What failed and is worth a repair. */
    List<ClaimCheck.Result<? extends Claim>> failed() {
        List<ClaimCheck.Result<? extends Claim>> failed = new ArrayList<>();
        for (ClaimCheck.Result<Claim.Paragraph> each : waiting) {
            if (!each.passes()) {
                failed.add(each);
            }
        }
        failed.addAll(failedCauses);
        return failed;
    }

    /** Puts the corrected claims in the place of those that failed. */
    void repair(Collector repaired) {
        List<ClaimCheck.Result<Claim.Paragraph>> corrected = new ArrayList<>(repaired.waiting);
        long failing = waiting.stream().filter(each -> !each.passes()).count();
        if (!corrected.isEmpty() && failing > 0) {
            replaceParagraphs(corrected, failing == corrected.size());
        }
        List<ClaimCheck.Result<Claim.Cause>> before = List.copyOf(failedCauses);
        failedCauses.clear();
        repaired.causes.forEach(this::accept);
        for (ClaimCheck.Result<Claim.Cause> each : before) {
            if (!isKnown(each.claim())) {
                failedCauses.add(each);
            }
        }
    }

    private void replaceParagraphs(List<ClaimCheck.Result<Claim.Paragraph>> corrected, boolean oneByOne) {
        List<ClaimCheck.Result<Claim.Paragraph>> now = new ArrayList<>();
        int next = 0;
        for (ClaimCheck.Result<Claim.Paragraph> each : waiting) {
            if (each.passes()) {
                now.add(each);
            } else if (oneByOne) {
                now.add(corrected.get(next++));
            } else if (next == 0) {
                now.addAll(corrected);
                next = corrected.size();
            }
        }
        waiting.clear();
        waiting.addAll(now);
    }

    /** Settles what still waits: shown without what is made up, or not at all. */
    void finish() {
        List<ClaimCheck.Result<Claim.Paragraph>> rest = List.copyOf(waiting);
        waiting.clear();
        rest.forEach(this::show);
        List<ClaimCheck.Result<Claim.Cause>> failed = List.copyOf(failedCauses);
        failedCauses.clear();
        failed.forEach(this::accept);
    }

    /** What came before is void: the reply begins again. What has been shown stays, as it was checked. */
    void restart() {
        waiting.clear();
        failedCauses.clear();
        gaps.clear();
    }

    List<Statement> statements() {
        return List.copyOf(shown);
    }

    List<ClaimCheck.Result<Claim.Cause>> causes() {
        return List.copyOf(causes);
    }

    List<String> gaps() {
        return List.copyOf(gaps);
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    boolean isOutside() {
        return outside;
    }

    boolean isEmpty() {
        return shown.isEmpty() && causes.isEmpty() && waiting.isEmpty() && failedCauses.isEmpty() && !outside;
    }

    private static @Nullable Verdict verdict(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "incident" -> Verdict.INCIDENT;
            case "no_incident" -> Verdict.NO_INCIDENT;
            case "insufficient_evidence" -> Verdict.INSUFFICIENT_EVIDENCE;
            default -> null;
        };
    }
}
