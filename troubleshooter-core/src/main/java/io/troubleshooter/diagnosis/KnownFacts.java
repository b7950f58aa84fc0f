package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.Rule;
import io.troubleshooter.rule.RuleSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a claim may state: what the frame has, what its cited lines say, what the rules found are worded like. */
final class KnownFacts {

    private final IncidentFrame frame;
    private final Evidence evidence;
    private volatile @Nullable FactText ofFrame;

    KnownFacts(IncidentFrame frame, Evidence evidence) {
        this.frame = frame;
        this.evidence = evidence;
    }

    /** With the lines of some citations. */
    Here with(List<Citation> cited, String wording) {
        StringBuilder text = new StringBuilder(wording).append('\n');
        for (Citation citation : cited) {
            text.append(evidence.text(citation.lines()))
                    .append('\n')
                    .append(citation.quote())
                    .append('\n');
        }
        return new Here(frameText(), new FactText(text.toString()), evidence);
    }

    private FactText frameText() {
        FactText made = ofFrame;
        if (made == null) {
            made = new FactText(FrameWords.of(frame) + wordings());
            ofFrame = made;
        }
        return made;
    }

    /** A rule's own words are no claim about the input. */
    private String wordings() {
        if (frame.findings().isEmpty()) {
            return "";
        }
        RuleSet rules = RuleSet.builtIn();
        StringBuilder words = new StringBuilder();
        for (Finding finding : frame.findings()) {
            Rule rule = rules.get(finding.rule());
            words.append(rule == null ? "" : rule.title() + ' ' + rule.explanation() + ' ' + rule.causes() + '\n');
        }
        return words.toString();
    }

    /** Everything that counts for one claim. */
    record Here(FactText frame, FactText cited, Evidence evidence) {

        boolean supports(ClaimFacts.Fact fact) {
            return switch (fact.kind()) {
                case TIME -> cited.hasTime(fact.text()) || frame.hasTime(fact.text());
                case NUMBER -> supportsNumber(fact);
                case COMPOUND -> supportsName(fact.text()) || isEnglish(fact.text());
                case NAME -> supportsName(fact.text()) || isLine(fact.text());
                case PHRASE -> cited.contains(fact.text()) || frame.contains(fact.text());
                case TOO_MANY -> false;
            };
        }

        private boolean supportsNumber(ClaimFacts.Fact fact) {
            Quantity quantity = fact.quantity();
            return quantity != null && (cited.has(quantity) || frame.has(quantity))
                    || quantity != null && quantity.unit().equals("s") && cited.hasDifference(quantity, frame);
        }

        private boolean supportsName(String name) {
            return cited.contains(name) || frame.contains(name);
        }

        private boolean isEnglish(String compound) {
            for (String part : compound.toLowerCase(Locale.ROOT).split("-", -1)) {
                if (!WordShape.isEnglish(part) && !cited.hasWord(part) && !frame.hasWord(part)) {
                    return false;
                }
            }
            return true;
        }

        /** {@code S1:12}, {@code S1:12-14}, {@code S1}: lines that there are. */
        private boolean isLine(String name) {
            int colon = name.indexOf(':');
            String source = colon < 0 ? name : name.substring(0, colon);
            if (evidence.lines(source) == 0) {
                return false;
            }
            for (String number :
                    colon < 0 ? new String[0] : name.substring(colon + 1).split("-", 3)) {
                Quantity line = Quantity.parse(number, "");
                if (line == null || !line.isPlain() || line.value() < 1 || line.value() > evidence.lines(source)) {
                    return false;
                }
            }
            return true;
        }
    }
}
