package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.evidence.Hits.Hit;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.evidence.PatternException;
import io.troubleshooter.http.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines in which something stands. */
public final class SearchView {

    /** Hits that can be paged through, and counted. */
    static final int MAX = 10_000;

    /** A search ends after this long with what it found; a pattern needs time in proportion to the text only. */
    private static final long NANOS = 2_000_000_000L;

    private SearchView() {}

    /**
     * What is looked for.
     *
     * @param words null or empty for any line that fits the rest
     * @param level that a line's record has at least
     * @param from earliest time of a line's record
     * @param to latest time
     */
    public record Request(
            @Nullable String words,
            boolean regex,
            @Nullable String source,
            @Nullable String level,
            @Nullable String from,
            @Nullable String to) {

        EvidenceQuery query() {
            return EvidenceQuery.ALL
                    .words(pattern())
                    .in(source)
                    .between(Times.parse("from", from), Times.parse("to", to))
                    .atLeast(Times.parseLevel(level));
        }

        private @Nullable LinePattern pattern() {
            try {
                String wanted = words == null ? "" : words;
                return wanted.isEmpty() ? null : regex ? LinePattern.regex(wanted) : LinePattern.literal(wanted);
            } catch (PatternException unusable) {
                throw ProblemException.invalid(
                        "?q", "What is looked for cannot be used: " + unusable.getMessage() + ".");
            }
        }
    }

    /**
     * A page of hits.
     *
     * @param cursor of an earlier answer to the same request; null for the beginning
     */
    public static ObjectNode json(Snapshot snapshot, Request request, @Nullable String cursor, int limit) {
        Evidence evidence = snapshot.evidence();
        if (request.source() != null) {
            Lines.require(evidence, request.source());
        }
        int from = Offset.of(cursor);
        long end = System.nanoTime() + NANOS;
        Hits hits = evidence.first(request.query(), MAX + 1, () -> System.nanoTime() > end);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("total", Math.min(MAX, hits.total())).put("complete", !hits.stopped() && hits.total() <= MAX);
        int to = Math.min(from + limit, Math.min(MAX, hits.found().size()));
        ArrayNode page = json.putArray("hits");
        hits(page, evidence, hits.found().subList(Math.min(from, to), to));
        return json.put("next", to < Math.min(MAX, hits.found().size()) ? Offset.cursor(to) : null);
    }

    private static void hits(ArrayNode json, Evidence evidence, List<Hit> hits) {
        for (Hit hit : hits) {
            json.addObject()
                    .put("source", hit.line().source())
                    .put("line", hit.line().first())
                    .put("text", LineText.shown(evidence, hit.line(), LineText.SHORT));
        }
    }
}
