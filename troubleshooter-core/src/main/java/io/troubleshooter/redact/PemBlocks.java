package io.troubleshooter.redact;

/** Key blocks, entered at their {@code -----BEGIN}. */
final class PemBlocks {

    private PemBlocks() {}

    /** Looks at the mark that ends before {@code to}; returns the offset to go on from, or -1. */
    static int at(Line line, int to) {
        int label = to;
        int dashes = line.find("-----", label, Math.min(line.end, label + 48));
        if (dashes < 0) {
            return -1;
        }
        boolean secret = line.find("PRIVATE KEY", label, dashes) >= 0;
        int body = dashes + 5;
        boolean searched = line.opens == Line.Opens.PUBLIC_KEY && !secret;
        int end = searched ? -1 : line.find("-----END", body, line.end);
        return secret ? secretBlock(line, body, end) : publicBlock(line, body, end);
    }

    private static int secretBlock(Line line, int body, int end) {
        int from = skipBreaks(line, body);
        int to = end < 0 ? rest(line, from) : end;
        if (from < to && line.b[from] != '<') {
            line.hits.add(from, to, "private-key");
        }
        if (end < 0 && to == line.end) {
            line.open(Line.Opens.PRIVATE_KEY);
        }
        return Math.max(to, body);
    }

    private static int publicBlock(Line line, int body, int end) {
        if (end < 0) {
            line.open(Line.Opens.PUBLIC_KEY);
            line.isPublic = true;
        }
        return end < 0 ? -1 : end + 8;
    }

    private static int skipBreaks(Line line, int from) {
        int k = from;
        while (line.at(k) == ' '
                || line.at(k) == '\\' && (line.at(k + 1) == 'n' || line.at(k + 1) == 'r' || line.at(k + 1) == '\\')) {
            k += line.at(k) == ' ' ? 1 : 2;
        }
        return k;
    }

    /** The rest of the line, or of the literal that the key stands in. */
    private static int rest(Line line, int from) {
        int k = from;
        while (k < line.end && line.b[k] != '"' && line.b[k] != '\'' && line.b[k] != '<') {
            k++;
        }
        return k;
    }
}
