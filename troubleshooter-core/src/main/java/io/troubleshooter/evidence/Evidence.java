package io.troubleshooter.evidence;

import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
        return found == null ? 0 : found.lines();
    }

    /** How many of its lines were not kept, for want of room. */
    public long missing(String source) {
        SourceLines found = find(source);
        return found == null ? 0 : found.missing();
    }

    /** Which of its lines were not kept; null where all were. */
    public @Nullable LineRef gap(String source) {
        SourceLines found = find(source);
        return found == null ? null : found.gap();
    }

    /** About how many bytes of memory the lines and their index take. */
    public long bytes() {
        long bytes = 0;
        for (SourceLines source : sources) {
            bytes += source.bytes();
        }
        return bytes;
    }

    /** The lines, joined by line breaks; null where any of them does not exist or was not kept. */
    public @Nullable RedactedText text(LineRef lines) {
        SourceLines found = find(lines.source());
        return found == null ? null : found.text(lines.first(), lines.last());
    }

    /** The record to which a line belongs; null where to none, or where the line was not kept. */
    public @Nullable Entry entry(String source, long line) {
        SourceLines found = find(source);
        KeptPart part = found == null ? null : found.part(line);
        int record = part == null ? -1 : part.records().of(line);
        return part == null || record < 0 ? null : Entry.of(source, part.records(), record);
    }

    /** When a line was written, by the record to which it belongs; null where that has no time. */
    public @Nullable Instant timeOf(String source, long line) {
        Entry entry = entry(source, line);
        return entry == null ? null : entry.time();
    }

    /**
     * A record as the evidence knows it.
     *
     * @param time to the millisecond; null where it has none
     */
    public record Entry(LineRef lines, @Nullable Instant time, Level level) {

        static Entry of(String source, RecordTable records, int record) {
            long time = records.time(record);
            return new Entry(
                    new LineRef(source, records.first(record), records.last(record)),
                    time == RecordTable.NO_TIME ? null : Instant.ofEpochMilli(time),
                    records.level(record));
        }
    }

    /**
     * Looks through the lines that were kept, in the order of reading.
     *
     * @param stop asked from time to time whether to stop
     */
    public Hits search(EvidenceQuery query, int max, BooleanSupplier stop) {
        return new EvidenceSearch(query, max, stop).over(sources);
    }

    /** As {@link #search}, but ends with the last line that is wanted: the total counts no others. */
    public Hits first(EvidenceQuery query, int max, BooleanSupplier stop) {
        return new EvidenceSearch(query, max, stop).onlyFirst().over(sources);
    }

    /** Gives the records of lines that were kept, in the order of reading; the words of the query are not looked at. */
    public void entries(EvidenceQuery query, Consumer<Entry> sink) {
        for (SourceLines source : sources) {
            for (KeptPart part : query.covers(source.id()) ? source.parts() : List.<KeptPart>of()) {
                for (int i = 0; i < part.records().size(); i++) {
                    if (query.fits(part.records(), i)) {
                        sink.accept(Entry.of(source.id(), part.records(), i));
                    }
                }
            }
        }
    }

    /** The records written from {@code from} to {@code to}, both included, at least as severe as {@code level}. */
    public List<Entry> between(Instant from, Instant to, Level level) {
        List<Entry> found = new ArrayList<>();
        entries(EvidenceQuery.ALL.between(from, to).atLeast(level), found::add);
        return found;
    }

    /** This evidence and one more source, such as the output of a tool, whose lines are numbered from 1. */
    public Evidence with(String id, RedactedText text) {
        List<SourceLines> more = new ArrayList<>(sources);
        more.add(SourceLines.of(id, text));
        return new Evidence(more);
    }

    List<SourceLines> all() {
        return sources;
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
