package io.troubleshooter.template;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;

/**
 * Stage one of the mining: masks the variable tokens of each message and looks the masked line up. Deterministic,
 * bounded, mergeable; not thread-safe.
 *
 * <p>When the room for distinct lines runs out, further ones are told apart by their first words only, then by their
 * first word, then not at all.
 */
public final class TemplateMiner {

    private static final int[] WORDS_KEPT = {4, 1, 0};
    private static final int BYTES_PER_LINE = 512;
    private static final int MAX_COARSE_EXAMPLE = 256;

    private final int maxMasked;
    private final MessageScanner scanner = new MessageScanner();
    private final MaskedLines lines = new MaskedLines();

    /** @param maxMasked distinct masked lines told apart; further ones share coarser masks */
    public TemplateMiner(int maxMasked) {
        if (maxMasked < 1) {
            throw new IllegalArgumentException("maxMasked must be 1 or more, not " + maxMasked);
        }
        this.maxMasked = maxMasked;
    }

    /** The id of the record's masked message, from 0, in order of first sight. */
    public int add(LogRecord record) {
        return add(record.message());
    }

    /** The id of a masked message; of several lines, the first counts. */
    public int add(RedactedText message) {
        scanner.scan(message);
        int id = lines.find(scanner.out, scanner.outLength);
        if (id < 0) {
            return addNew(message);
        }
        lines.count(id, 1, scanner.slots);
        return id;
    }

    private int addNew(RedactedText message) {
        if (!hasRoom(0)) {
            return addCoarse(message, 0);
        }
        RedactedText example = message.slice(0, scanner.length).compact();
        return lines.insert(scanner.out, scanner.outLength, scanner.slots.copyShapes(), example, -1, 1);
    }

    /** Takes in the scanned message by its first words, the fewer the less room there is. */
    private int addCoarse(RedactedText message, int from) {
        for (int level = from; ; level++) {
            scanner.coarsen(WORDS_KEPT[level]);
            int id = lines.find(scanner.out, scanner.outLength);
            if (id >= 0) {
                lines.count(id, 1, scanner.slots);
                return id;
            }
            if (level == WORDS_KEPT.length - 1 || hasRoom(level + 1)) {
                return insertCoarse(message, WORDS_KEPT[level]);
            }
        }
    }

    private int insertCoarse(RedactedText message, int kept) {
        int length = Math.min(scanner.length, MAX_COARSE_EXAMPLE);
        RedactedText example = message.slice(0, length).compact();
        return lines.insert(scanner.out, scanner.outLength, scanner.slots.copyShapes(), example, kept, 1);
    }

    private boolean hasRoom(int level) {
        int reserve = Math.max(1, level == 0 ? maxMasked / 4 : level == 1 ? maxMasked / 16 : 1);
        return lines.size() < maxMasked - reserve && (level > 0 || lines.bytes() < (long) maxMasked * BYTES_PER_LINE);
    }

    /** The variable parts of the message added last; overwritten by the next {@link #add}. */
    public Variables variables() {
        return scanner.variables;
    }

    /** Ids given so far. */
    public int size() {
        return lines.size();
    }

    /** Messages that got this id. */
    public long count(int id) {
        return lines.count(id);
    }

    /** Takes in the masked lines of the part that follows; returns this miner's id of each of the other's ids. */
    public int[] merge(TemplateMiner next) {
        int[] ids = new int[next.size()];
        for (int id = 0; id < ids.length; id++) {
            ids[id] = merge(next.lines, id);
        }
        return ids;
    }

    private int merge(MaskedLines other, int id) {
        byte[] masked = other.masked(id);
        int known = lines.find(masked, masked.length);
        if (known >= 0) {
            lines.count(known, other.count(id), other.shapes(id));
            return known;
        }
        known = other.kept(id) < 0 ? add(other.example(id)) : addCoarse(other, id);
        int[] shapes = lines.find(masked, masked.length) == known ? other.shapes(id) : lines.shapes(known);
        lines.count(known, other.count(id) - 1, shapes);
        return known;
    }

    private int addCoarse(MaskedLines other, int id) {
        scanner.scan(other.example(id));
        int level = 0;
        while (WORDS_KEPT[level] != other.kept(id)) {
            level++;
        }
        return addCoarse(other.example(id), level);
    }

    /** Stage two: clusters the distinct masked lines into templates. */
    public Templates cluster() {
        return new Clustering(lines, scanner).templates();
    }
}
