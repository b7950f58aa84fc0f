package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks claims against the frame: no citation reaches anybody whose lines do not exist or do not say what is quoted.
 * Immutable, thread-safe.
 */
public final class CitationVerifier {

    /** What a citation turned out to be. */
    public enum Outcome {
        VERIFIED,
        /** There is no source of that id. */
        NO_SUCH_SOURCE,
        /** The source has no such lines. */
        NO_SUCH_LINES,
        /** So many lines are cited that it points nowhere. */
        TOO_MANY_LINES,
        /** Nothing of these lines was kept, so that the quote cannot be checked. */
        LINES_NOT_KEPT,
        /** The lines do not say this. */
        NOT_IN_THESE_LINES,
        /** The quote is blank, or nothing but placeholders and marks: it proves nothing. */
        SAYS_NOTHING
    }

    private final Map<String, Long> linesOf = new LinkedHashMap<>();
    private final Map<String, List<Exemplar>> kept = new LinkedHashMap<>();

    public CitationVerifier(IncidentFrame frame) {
        for (IncidentFrame.SourceSummary source : frame.sources()) {
            linesOf.put(source.id(), source.lines());
        }
        for (Finding finding : frame.findings()) {
            keep(finding.exemplars());
        }
        for (IncidentFrame.EventGroup group : frame.groups()) {
            keep(group.exemplars());
        }
        for (IncidentFrame.TraceGroup trace : frame.traces()) {
            keep(List.of(trace.exemplar()));
        }
        keep(frame.context());
    }

    private void keep(List<Exemplar> exemplars) {
        for (Exemplar exemplar : exemplars) {
            List<Exemplar> known = kept.get(exemplar.lines().source());
            if (known == null) {
                known = new ArrayList<>();
                kept.put(exemplar.lines().source(), known);
            }
            known.add(exemplar);
        }
    }

    public Outcome check(Citation citation) {
        LineRef lines = citation.lines();
        Long last = linesOf.get(lines.source());
        if (last == null) {
            return Outcome.NO_SUCH_SOURCE;
        }
        if (lines.last() > last) {
            return Outcome.NO_SUCH_LINES;
        }
        String quote = Evidence.squeezed(citation.quote());
        if (!Evidence.says(quote)) {
            return Outcome.SAYS_NOTHING;
        }
        return find(lines, quote);
    }

    private Outcome find(LineRef lines, String quote) {
        boolean any = false;
        for (Exemplar exemplar : kept.getOrDefault(lines.source(), List.of())) {
            if (exemplar.lines().overlaps(lines)) {
                any = true;
                if (Evidence.squeezed(Evidence.within(exemplar, lines)).contains(quote)) {
                    return Outcome.VERIFIED;
                }
            }
        }
        return any ? Outcome.NOT_IN_THESE_LINES : Outcome.LINES_NOT_KEPT;
    }

    /**
     * The hypothesis with those of its citations that stand, verified if at least one does and every number, time and
     * name that its title states occurs in the frame's evidence.
     *
     * @param wording of the rule behind the title, whose own words are no claim about the input; empty where none is
     */
    public Hypothesis verify(Hypothesis claim, String wording) {
        List<Citation> standing = new ArrayList<>();
        for (Citation citation : claim.citations()) {
            if (check(citation) == Outcome.VERIFIED) {
                standing.add(citation);
            }
        }
        boolean verified = !standing.isEmpty() && isSupported(claim.title(), wording);
        return new Hypothesis(
                claim.rank(),
                claim.cause(),
                claim.title(),
                claim.explanation(),
                claim.confidence(),
                verified,
                List.copyOf(standing),
                claim.fixes(),
                claim.nextChecks(),
                claim.explains(),
                claim.followsFrom());
    }

    /**
     * The numbers, times and names in a claim that neither the cited evidence nor anything else kept of the input
     * contains: what has been made up.
     */
    public List<String> unsupported(String claim) {
        List<String> missing = new ArrayList<>();
        for (String fact : Evidence.facts(claim)) {
            if (!occurs(fact)) {
                missing.add(fact);
            }
        }
        return missing;
    }

    private boolean isSupported(String title, String wording) {
        List<String> missing = unsupported(title);
        missing.removeIf(wording::contains);
        return missing.isEmpty();
    }

    private boolean occurs(String fact) {
        String wanted = fact.toLowerCase(Locale.ROOT);
        for (List<Exemplar> exemplars : kept.values()) {
            for (Exemplar exemplar : exemplars) {
                if (exemplar.text().toString().toLowerCase(Locale.ROOT).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
