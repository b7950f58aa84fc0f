package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;
import org.jspecify.annotations.Nullable;

/** Takes envelope after envelope off the lines of one source. */
final class Peeler {

    private static final int DEEPEST = 6;
    private static final int LINES_BEFORE_A_TABLE = 20;
    private static final int FENCE = 0;
    private static final int TIMED = 1;
    private static final int POD = 2;
    private static final int JSON = 3;
    private static final int CI = 4;
    private static final int TABLE = 5;
    private static final int FIRST_WEAK = 6;

    private final Layer fence = new Fence();
    private final Layer timed = new TimedLine();
    private final Layer pod = new PodPrefix();
    private final Layer json = new JsonEnvelope();
    private final Layer ci = new CiMark();
    private final WeakLayer[] weak = WeakLayers.create();
    private @Nullable Cursor cursor;
    private @Nullable TableRows table;
    /** The weak envelopes that are taken for given, as bits. */
    private int kinds;

    private int lines;

    Peeler(EnvelopeProfile profile) {
        kinds = profile.kinds();
        TableShape shape = profile.table();
        table = shape == null ? null : new TableRows(shape);
    }

    /** Takes further weak envelopes for given. */
    void activate(int further) {
        kinds |= further;
    }

    @Nullable
    TableShape table() {
        return table == null ? null : table.shape();
    }

    /** Whether the line can have an envelope at all, told by a few bytes. */
    boolean concerns(RedactedText line) {
        return kinds != 0 || table != null || lines < LINES_BEFORE_A_TABLE || FirstBytes.mayOpenAnEnvelope(line);
    }

    /** Takes all envelopes off; what is left stays valid until the next call. */
    Cursor peel(RedactedText line) {
        Cursor left = cursor;
        if (left == null) {
            left = new Cursor(line);
            cursor = left;
        } else {
            left.start(line);
        }
        for (int depth = 0; depth < DEEPEST && stripOne(left); depth++) {
            // Each round takes one envelope off.
        }
        lines++;
        return left;
    }

    private boolean stripOne(Cursor line) {
        if (line.from() == line.to()) {
            return false;
        }
        return stripTable(line) || stripCertain(line) || (kinds != 0 && stripWeak(line));
    }

    private boolean stripCertain(Cursor line) {
        return switch (line.bytes()[line.from()]) {
            case '`', '~', ' ' -> strip(fence, FENCE, line);
            case '{' -> strip(json, JSON, line);
            case '[' -> strip(pod, POD, line);
            case '#', ':', 's' -> strip(ci, CI, line);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> strip(timed, TIMED, line);
            default -> false;
        };
    }

    private boolean stripWeak(Cursor line) {
        for (int i = 0; i < weak.length; i++) {
            if ((kinds & 1 << i) != 0 && strip(weak[i], FIRST_WEAK + i, line)) {
                return true;
            }
        }
        return false;
    }

    private boolean stripTable(Cursor line) {
        if (table == null && lines < LINES_BEFORE_A_TABLE) {
            TableShape shape = TableShape.ofHeader(line);
            table = shape == null ? null : new TableRows(shape);
        }
        return table != null && strip(table, TABLE, line);
    }

    private static boolean strip(Layer layer, int id, Cursor line) {
        if (line.hasTaken(id) || !layer.strip(line)) {
            return false;
        }
        line.take(id);
        return true;
    }
}
