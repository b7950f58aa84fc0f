package io.troubleshooter.rule;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import org.jspecify.annotations.Nullable;

/** Makes of a matching record what is kept of it: its text, or of a long one the lines around the match. */
final class ExemplarMaker {

    private static final int WHOLE = 4_096;
    private static final int LINE = 1_024;
    private static final int AROUND = 2;

    private ExemplarMaker() {}

    /** @param from first byte of the match in {@code text}, {@code to} the byte after its last */
    static Exemplar make(LogRecord record, RecordText text, int from, int to) {
        int piece = text.pieceAt(from);
        int last = text.bodyPieces() - 1;
        if (piece > last) {
            return field(record, text, piece, from, to);
        }
        int bodyEnd = text.start(last) + text.piece(last).length();
        boolean whole = bodyEnd <= WHOLE;
        int first = whole ? 0 : Math.max(0, piece - AROUND);
        int end = whole ? last : Math.min(last, piece + AROUND);
        Cut cut = new Cut(record.message().joiner(), whole ? WHOLE : LINE);
        for (int i = first; i <= end; i++) {
            cut.line(text, i, piece, from, to);
        }
        return new Exemplar(
                whole ? record.lines() : narrow(record, first, end),
                record.time(),
                record.level(),
                cut.joiner.join(),
                cut.highlight);
    }

    private static Exemplar field(LogRecord record, RecordText text, int piece, int from, int to) {
        Cut cut = new Cut(record.message().joiner(), LINE);
        if (text.piece(0).length() > 0 && !text.isHeaded(piece)) {
            cut.line(text, 0, piece, from, to);
        }
        cut.line(text, piece, piece, from, to);
        return new Exemplar(record.lines(), record.time(), record.level(), cut.joiner.join(), cut.highlight);
    }

    /** The physical lines of some of a record's lines, where each is one. */
    private static LineRef narrow(LogRecord record, int first, int last) {
        LineRef lines = record.lines();
        boolean oneEach = lines.last() - lines.first() == record.continuation().size();
        return oneEach ? new LineRef(lines.source(), lines.first() + first, lines.first() + last) : lines;
    }

    /** The same exemplar with the placeholders of the whole session. */
    static Exemplar renumber(Exemplar old, Renumbering renumbering) {
        if (renumbering == Renumbering.NONE) {
            return old;
        }
        RedactedText text = renumbering.apply(old.text());
        return new Exemplar(old.lines(), old.time(), old.level(), text, renumber(old, text, renumbering));
    }

    private static @Nullable Span renumber(Exemplar old, RedactedText text, Renumbering renumbering) {
        Span span = old.highlight();
        if (span == null) {
            return null;
        }
        int start = renumbering.apply(old.text().slice(0, span.start())).length();
        int end = renumbering.apply(old.text().slice(0, span.end())).length();
        return new Span(Math.min(start, text.length()), Math.min(Math.max(start, end), text.length()));
    }

    /** The text being put together. */
    private static final class Cut {
        private final RedactedJoiner joiner;
        private final int limit;
        private int length;
        private @Nullable Span highlight;

        Cut(RedactedJoiner joiner, int limit) {
            this.joiner = joiner;
            this.limit = limit;
        }

        void line(RecordText text, int piece, int matching, int from, int to) {
            if (length > 0) {
                joiner.append(RedactedJoiner.Mark.NEWLINE);
                length++;
            }
            RedactedText line = text.piece(piece);
            int start = piece == matching ? windowStart(line, from - text.start(piece)) : 0;
            RedactedText kept = line.slice(start, Math.min(line.length(), start + limit));
            if (piece == matching) {
                int first = Math.min(Math.max(from - text.start(piece) - start, 0), kept.length());
                int last = Math.min(Math.max(to - text.start(piece) - start, first), kept.length());
                highlight = new Span(length + first, length + last);
            }
            joiner.append(kept);
            length += kept.length();
        }

        /** Keeps the match inside the limit, and never begins within a character. */
        private int windowStart(RedactedText line, int match) {
            if (line.length() <= limit || match < limit / 2) {
                return 0;
            }
            int start = Math.min(match - limit / 4, line.length() - limit);
            while (start < line.length() && (line.byteAt(start) & 0xc0) == 0x80) {
                start++;
            }
            return start;
        }
    }
}
