package io.troubleshooter.redact;

import io.troubleshooter.normalize.NormalizedBlock;

/**
 * The values of a Kubernetes Secret, in YAML or printed JSON. {@code kind} may stand behind {@code data}: then the lines
 * that follow are looked at for it, as far as they are at hand.
 */
final class SecretManifest {

    private static final int MAX_LINES = 200;

    private enum Kind {
        UNKNOWN,
        SECRET,
        OTHER
    }

    private Kind kind = Kind.UNKNOWN;
    private int dataIndent = -1;
    private int keyIndent;
    private int left;
    private boolean all;
    private final Line ahead = new Line();

    void before(Line line) {
        if (dataIndent >= 0) {
            value(line);
        }
    }

    private void value(Line line) {
        int from = MultiLine.content(line);
        if (from == line.end) {
            return;
        }
        int indent = from - line.start;
        if (indent <= dataIndent || left-- <= 0 || line.b[from] == '}') {
            dataIndent = -1;
            return;
        }
        keyIndent = keyIndent < 0 ? indent : keyIndent;
        if (indent > keyIndent) {
            addAll(line, from, line.end);
            return;
        }
        int colon = from;
        while (colon < line.end && line.b[colon] != ':') {
            colon++;
        }
        Value value = Value.at(line, colon + 1, true);
        int to = Math.min(value.end(), line.end);
        boolean opensBlock = to - value.start() <= 2
                && to > value.start()
                && (line.b[value.start()] == '|' || line.b[value.start()] == '>');
        if (to > value.start() && !opensBlock) {
            addAll(line, value.start(), to);
        }
    }

    private void addAll(Line line, int from, int to) {
        boolean keeps = ExemptValues.isReference(line, from, to) || ExemptValues.isMask(line, from, to);
        if (!keeps && (all || isEncoded(line, from, to))) {
            line.hits.add(from, to, "k8s-secret");
        }
    }

    /** Base64 that could hardly be a word. */
    private static boolean isEncoded(Line line, int from, int to) {
        int end = to;
        while (end > from && line.b[end - 1] == '=') {
            end--;
        }
        for (int k = from; k < end; k++) {
            if (!ByteClass.isBase64(line.b[k])) {
                return false;
            }
        }
        return (to - from) % 4 == 0
                && to - from >= 8
                && (end < to || to - from >= 24 && Looks.isRandomish(line, from, end));
    }

    void after(Line line, NormalizedBlock block, int index) {
        if (line.has(line.start, "---") || line.manifest == Line.Manifest.NONE && line.has(line.start, "apiVersion:")) {
            kind = Kind.UNKNOWN;
        }
        switch (line.manifest) {
            case SECRET -> kind = Kind.SECRET;
            case OTHER -> kind = Kind.OTHER;
            case DATA, STRING_DATA -> open(line, block, index);
            case NONE -> {}
        }
    }

    private void open(Line line, NormalizedBlock block, int index) {
        Kind known = kind == Kind.UNKNOWN ? lookAhead(block, index + 1, MultiLine.indent(line)) : kind;
        boolean plain = line.manifest == Line.Manifest.STRING_DATA;
        if (plain || known != Kind.OTHER) {
            dataIndent = MultiLine.indent(line);
            keyIndent = -1;
            left = MAX_LINES;
            all = plain || known == Kind.SECRET;
        }
    }

    private Kind lookAhead(NormalizedBlock block, int from, int indent) {
        int last = Math.min(block.lines(), from + MAX_LINES);
        for (int i = from; i < last; i++) {
            ahead.set(block.bytes(), block.start(i), block.end(i));
            int content = MultiLine.content(ahead);
            if (content - ahead.start == indent && (ahead.has(content, "kind:") || ahead.has(content, "\"kind\":"))) {
                return ahead.find("Secret", content, ahead.end) == lastWord(ahead) ? Kind.SECRET : Kind.OTHER;
            }
            if (content - ahead.start < indent || ahead.has(ahead.start, "---")) {
                return Kind.UNKNOWN;
            }
        }
        return Kind.UNKNOWN;
    }

    /** Where a final {@code Secret} would begin. */
    private static int lastWord(Line line) {
        int k = line.end;
        while (k > line.start && !ByteClass.isLetter(line.b[k - 1])) {
            k--;
        }
        return line.has(k - 7, " Secret") || line.has(k - 7, "\"Secret") ? k - 6 : -2;
    }
}
