package io.troubleshooter.evidence;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The redacted lines of all sources, by physical line number: what citations are checked against and tools search.
 * Immutable, thread-safe.
 */
public final class Evidence {

    public static final Evidence NONE = new Evidence(List.of());

    private final List<SourceLines> sources;

    Evidence(List<SourceLines> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Ids of the sources, {@code S1}, ..., then {@code T1}, ... */
    public List<String> sources() {
        return sources.stream().map(SourceLines::id).toList();
    }

    /** How many physical lines the source has; 0 where there is no such source. */
    public long lines(String source) {
        SourceLines found = find(source);
        return found == null ? 0 : found.count();
    }

    /** The lines, joined by line breaks; null where any of them does not exist or was not kept. */
    public @Nullable RedactedText text(LineRef lines) {
        SourceLines found = find(lines.source());
        return found == null ? null : found.text(lines.first(), lines.last());
    }

    /** This evidence and one more source, such as the output of a tool, whose lines are numbered from 1. */
    public Evidence with(String id, RedactedText text) {
        List<SourceLines> more = new ArrayList<>(sources);
        more.add(SourceLines.of(id, text));
        return new Evidence(more);
    }

    private @Nullable SourceLines find(String source) {
        for (SourceLines lines : sources) {
            if (lines.id().equals(source)) {
                return lines;
            }
        }
        return null;
    }
}
