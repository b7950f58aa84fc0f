package io.troubleshooter.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text format: one or more header patterns, of which the first that fits counts. */
final class PatternFormat implements LineFormat {

    private final String id;
    private final int rank;
    private final Level usual;
    private final Step[][] patterns;

    private PatternFormat(String id, int rank, Level usual, Step[][] patterns) {
        this.id = id;
        this.rank = rank;
        this.usual = usual;
        this.patterns = patterns;
    }

    static PatternFormat of(Map<String, Object> entry) {
        List<String> headers = Pack.strings(entry.get("header"));
        LevelWords words = LevelWords.of(Pack.map(entry.get("levels")), Pack.strings(entry.get("only")));
        Map<String, Object> marks = Pack.map(entry.get("marks"));
        Step[][] patterns = new Step[headers.size()][];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = PatternCompiler.compile(headers.get(i), words, marks);
        }
        return new PatternFormat(
                String.valueOf(entry.get("id")), rank(entry.get("rank")), Formats.level(entry.get("level")), patterns);
    }

    private static int rank(@Nullable Object rank) {
        return rank == null ? 50 : Integer.parseInt(rank.toString());
    }

    String id() {
        return id;
    }

    /** Where it stands among the formats: the lower, the earlier it is tried. */
    int rank() {
        return rank;
    }

    /** Marks the bytes with which a line of this format can begin. */
    void first(boolean[] bytes) {
        for (Step[] pattern : patterns) {
            Step.firstOf(pattern, bytes);
        }
    }

    @Override
    public boolean read(Line line, HeaderMatch match) {
        for (Step[] pattern : patterns) {
            match.reset(line.length);
            if (Step.sequence(pattern, line.bytes, line.start, line.length, match) >= 0) {
                match.format = id;
                if (match.level == Level.UNKNOWN) {
                    match.level = usual;
                }
                return true;
            }
        }
        return false;
    }
}
