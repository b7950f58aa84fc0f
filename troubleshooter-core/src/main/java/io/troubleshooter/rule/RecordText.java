package io.troubleshooter.rule;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The text of one record in which rules look, in one reused array: the message, the further lines, then each field as
 * {@code "name":"value"} on a line of its own, then the first line again with its header, since what one format reads as
 * a header may be the mark of a rule. Offsets of the first two are those of the record's lines joined by line breaks.
 */
final class RecordText {

    /** Bytes of a record that rules see. */
    static final int LIMIT = 65_536;

    private byte[] bytes = new byte[4_096];
    private int length;

    /** Pieces of redacted text in {@code bytes}, in order: their first and last offsets. */
    private RedactedText[] pieces = new RedactedText[16];

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;
    private int body;
    private int headed = -1;

    void fill(LogRecord record) {
        length = 0;
        count = 0;
        piece(record.message());
        List<RedactedText> lines = record.continuation();
        for (int i = 0; i < lines.size() && length < LIMIT; i++) {
            put((byte) '\n');
            piece(lines.get(i));
        }
        body = count;
        if (!record.fields().isEmpty()) {
            fields(record.fields());
        }
        headed = -1;
        RedactedText line = record.headedLine();
        if (line != null && length < LIMIT) {
            put((byte) '\n');
            headed = count;
            piece(line);
        }
    }

    private void fields(Map<String, RedactedText> fields) {
        for (Map.Entry<String, RedactedText> field : fields.entrySet()) {
            if (length >= LIMIT) {
                return;
            }
            put((byte) '\n');
            put((byte) '"');
            String name = field.getKey();
            for (int i = 0; i < name.length() && i < 100; i++) {
                put((byte) name.charAt(i));
            }
            put((byte) '"');
            put((byte) ':');
            put((byte) '"');
            piece(field.getValue());
            put((byte) '"');
        }
    }

    private void piece(RedactedText text) {
        RedactedText kept = text.length() <= LIMIT - length ? text : text.slice(0, Math.max(0, LIMIT - length));
        room(kept.length() + 1);
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        pieces[count] = kept;
        starts[count] = length;
        length += kept.copyTo(bytes, length);
        ends[count++] = length;
    }

    private void put(byte b) {
        room(1);
        bytes[length++] = b;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /**
     * Finds literals. Where the line with its header ends with the message, as most do, the message is gone through once
     * and what is found counts for its place in front.
     */
    void scan(LiteralTable table, LiteralHits hits) {
        int copied = copiedMessage();
        if (copied == 0) {
            table.scan(bytes, 0, length, hits);
            return;
        }
        int line = starts[headed];
        hits.copy(length - copied, length - copied);
        table.scan(bytes, line, length, hits);
        hits.noCopy();
        table.scan(bytes, Math.max(0, ends[0] - table.spanning()), line, hits);
    }

    /** Bytes of the message that stand once more at the end; 0 where they do not. */
    private int copiedMessage() {
        int size = ends[0];
        return headed > 0
                        && ends[headed] - starts[headed] >= size
                        && Arrays.equals(bytes, 0, size, bytes, length - size, length)
                ? size
                : 0;
    }

    int length() {
        return length;
    }

    /** A part as characters of Latin-1: one per byte. */
    String latin(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Pieces that are lines of the record: the first is the message; fields follow. */
    int bodyPieces() {
        return body;
    }

    /** Whether a piece is the first line with its header, so that it needs no message before it. */
    boolean isHeaded(int piece) {
        return piece == headed;
    }

    /** The piece in which the byte at {@code offset} stands, or the one before it where it stands between two. */
    int pieceAt(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    RedactedText piece(int index) {
        return pieces[index];
    }

    int start(int piece) {
        return starts[piece];
    }

    /** The redacted text between two offsets, cut at the end of its line. */
    RedactedText slice(int from, int to) {
        int piece = pieceAt(from);
        int start = Math.min(Math.max(from, starts[piece]), ends[piece]);
        int end = Math.max(start, Math.min(to, ends[piece]));
        return pieces[piece].slice(start - starts[piece], end - starts[piece]);
    }
}
