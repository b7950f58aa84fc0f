package io.troubleshooter.record;

/** A line that is one JSON object. Nested objects are looked into as far as the known keys reach. */
final class JsonFormat implements LineFormat {

    private static final int DEPTH = 3;

    private final StructuredHeader header;
    private final JsonKinds kinds;
    private final int maxBytes;
    private final long[] paths = new long[DEPTH + 1];

    JsonFormat(KeyTable keys, JsonKinds kinds, int maxBytes) {
        this.header = new StructuredHeader(keys);
        this.kinds = kinds;
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean read(Line line, HeaderMatch match) {
        int at = line.firstNonBlank();
        if (at >= line.length || line.bytes[at] != '{') {
            return false;
        }
        line.loadUpTo(maxBytes);
        match.reset(line.length);
        match.escaped = true;
        header.reset();
        boolean whole = walk(line.bytes, at, line.length, match);
        if (!whole && header.found() < 2) {
            return false;
        }
        match.format = kinds.of(header.seen());
        return true;
    }

    // A truncated object still gives what came before the cut.
    private boolean walk(byte[] b, int start, int end, HeaderMatch match) {
        int depth = 0;
        paths[0] = KeyTable.SEED;
        int at = JsonScanner.skipSpace(b, start + 1, end);
        while (at < end) {
            if (b[at] == '}') {
                if (--depth < 0) {
                    return JsonScanner.skipSpace(b, at + 1, end) == end;
                }
                at = afterComma(b, at + 1, end);
                continue;
            }
            int value = b[at] == '"' ? valueOf(b, at, end, depth) : -1;
            if (value < 0) {
                return false;
            }
            if (b[value] == '{' && depth < DEPTH) {
                paths[++depth] = KeyTable.step(hash, (byte) '.');
                at = JsonScanner.skipSpace(b, value + 1, end);
                continue;
            }
            int stop = JsonScanner.skipValue(b, value, end);
            if (stop < 0) {
                return false;
            }
            int quote = b[value] == '"' ? 1 : 0;
            header.accept(hash, b, value + quote, stop - quote, match);
            at = afterComma(b, stop, end);
        }
        return false;
    }

    /** Hash of the path of the key that {@link #valueOf} passed last. */
    private long hash;

    private int valueOf(byte[] b, int at, int end, int depth) {
        long path = paths[depth];
        int i = at + 1;
        while (i < end && b[i] != '"') {
            path = KeyTable.step(path, b[i]);
            i += b[i] == '\\' ? 2 : 1;
        }
        hash = path;
        int colon = JsonScanner.skipSpace(b, i + 1, end);
        int value = JsonScanner.skipSpace(b, colon + 1, end);
        return colon < end && b[colon] == ':' && value < end ? value : -1;
    }

    private static int afterComma(byte[] b, int at, int end) {
        int comma = JsonScanner.skipSpace(b, at, end);
        return comma < end && b[comma] == ',' ? JsonScanner.skipSpace(b, comma + 1, end) : comma;
    }
}
