package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.CitationVerifier.Outcome;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a model claims against the redacted lines themselves. A quote that stands is replaced by the evidence's
 * own words, so that nothing a model wrote is ever shown as evidence. Immutable, thread-safe; linear in the claim and
 * the lines cited.
 */
public final class ClaimVerifier {

    /** More lines than this point nowhere. */
    private static final int MAX_LINES = 200;

    /** Lines by which a model may have miscounted. */
    private static final int NEAR = 3;

    private static final int MAX_BYTES = 1 << 21;

    private final IncidentFrame frame;
    private final Evidence evidence;
    private final KnownFacts known;

    public ClaimVerifier(IncidentFrame frame, Evidence evidence) {
        this.frame = frame;
        this.evidence = evidence;
        this.known = new KnownFacts(frame, evidence);
    }

    /**
     * A citation as a model wrote it.
     *
     * @param first first line, any number
     * @param last last line, any number
     */
    public record Claimed(String source, long first, long last, String quote) {}

    /**
     * What became of it.
     *
     * @param citation null unless it stands
     * @param corrected whether the quote stands, only, a few lines beside those named; the citation has the right ones
     */
    public record Checked(Outcome outcome, @Nullable Citation citation, boolean corrected) {}

    /** Whether the quote stands in these lines. */
    public Checked check(Claimed claimed) {
        Outcome wrong = lookAt(claimed);
        if (wrong != null) {
            return new Checked(wrong, null, false);
        }
        Citation here = inLines(claimed);
        if (here != null) {
            return new Checked(Outcome.VERIFIED, here, false);
        }
        Citation near = nearLines(claimed);
        return near == null ? new Checked(why(claimed), null, false) : new Checked(Outcome.VERIFIED, near, true);
    }

    /** What is wrong with it before any line is read; null where nothing is. */
    private @Nullable Outcome lookAt(Claimed claimed) {
        long count = evidence.lines(claimed.source());
        if (count == 0) {
            return Outcome.NO_SUCH_SOURCE;
        }
        if (claimed.first() > claimed.last() || claimed.first() < 1 - NEAR || claimed.last() > count + NEAR) {
            return Outcome.NO_SUCH_LINES;
        }
        if (claimed.last() - claimed.first() >= MAX_LINES) {
            return Outcome.TOO_MANY_LINES;
        }
        List<Quote> readings = Quote.readings(claimed.quote(), claimed.source());
        return readings.get(readings.size() - 1).says() ? null : Outcome.SAYS_NOTHING;
    }

    private Outcome why(Claimed claimed) {
        if (claimed.first() < 1 || claimed.last() > evidence.lines(claimed.source())) {
            return Outcome.NO_SUCH_LINES;
        }
        return text(claimed.source(), claimed.first(), claimed.last()) == null
                ? Outcome.LINES_NOT_KEPT
                : Outcome.NOT_IN_THESE_LINES;
    }

    private @Nullable Citation inLines(Claimed claimed) {
        RedactedText text = text(claimed.source(), claimed.first(), claimed.last());
        if (text == null) {
            return null;
        }
        NormalText normal = NormalText.of(text);
        for (Quote reading : Quote.readings(claimed.quote(), claimed.source())) {
            Span found = reading.says() ? reading.find(normal, 0) : null;
            if (found != null) {
                LineRef lines = new LineRef(claimed.source(), claimed.first(), claimed.last());
                return citation(lines, shown(text, normal, found));
            }
        }
        return null;
    }

    private @Nullable Citation nearLines(Claimed claimed) {
        long first = Math.max(1, claimed.first() - NEAR);
        long last = Math.min(evidence.lines(claimed.source()), claimed.last() + NEAR);
        RedactedText text = first > last ? null : text(claimed.source(), first, last);
        if (text == null) {
            return null;
        }
        NormalText normal = NormalText.of(text);
        for (Quote reading : Quote.readings(claimed.quote(), claimed.source())) {
            Span found = reading.says() ? reading.findWhole(normal, 0) : null;
            if (found != null && reading.findWhole(normal, found.start() + 1) == null) {
                RedactedText shown = shown(text, normal, found);
                long begins = first + breaks(text, normal.byteStart(found.start()));
                return citation(new LineRef(claimed.source(), begins, begins + breaks(shown, shown.length())), shown);
            }
        }
        return null;
    }

    private @Nullable RedactedText text(String source, long first, long last) {
        RedactedText text = first < 1 ? null : evidence.text(new LineRef(source, first, last));
        return text == null || text.length() <= MAX_BYTES ? text : text.slice(0, MAX_BYTES);
    }

    /** The bytes of the evidence that were quoted, whole words. */
    private static RedactedText shown(RedactedText text, NormalText normal, Span quoted) {
        int from = QuoteEdges.start(normal, quoted.start());
        int to = QuoteEdges.end(normal, quoted.end());
        return QuoteEdges.clipped(text.slice(normal.byteStart(from), normal.byteEnd(to - 1)));
    }

    private static long breaks(RedactedText text, int end) {
        long breaks = 0;
        for (int i = 0; i < end; i++) {
            breaks += text.byteAt(i) == '\n' ? 1 : 0;
        }
        return breaks;
    }

    private Citation citation(LineRef lines, RedactedText quote) {
        return new Citation(lines, quote, null, count(lines));
    }

    /** How many records are like the one cited; 1 where several are cited, or none of the like is known. */
    private long count(LineRef lines) {
        for (IncidentFrame.EventGroup group : frame.groups()) {
            boolean same = group.exemplars().stream().anyMatch(e -> e.lines().equals(lines));
            if (same) {
                return group.count();
            }
        }
        return 1;
    }

    /**
     * The numbers, times and names in a claim that neither its citations nor the frame contain: what has been made up.
     * The words of the rules found are no claims about the input; counts that the frame has, and differences of its
     * times, are fine.
     */
    public List<String> unsupported(String claim, List<Citation> cited) {
        return unsupported(claim, cited, "");
    }

    /** As {@link #unsupported(String, List)}, with the wording of the rule that the claim goes by. */
    public List<String> unsupported(String claim, List<Citation> cited, String wording) {
        KnownFacts.Here here = known.with(cited, wording);
        List<String> missing = new ArrayList<>();
        for (ClaimFacts.Fact fact : ClaimFacts.of(claim)) {
            if (!here.supports(fact)) {
                missing.add(fact.text());
            }
        }
        return List.copyOf(missing);
    }
}
