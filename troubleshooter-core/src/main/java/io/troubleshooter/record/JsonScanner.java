package io.troubleshooter.record;

/** Finds its way through JSON without building anything: constant memory at any depth, linear time. */
final class JsonScanner {

    private JsonScanner() {}

    static int skipSpace(byte[] b, int at, int end) {
        int i = at;
        while (i < end && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r')) {
            i++;
        }
        return i;
    }

    /** The position after the closing quote of the string that opens at {@code at}; -1 where it stays open. */
    static int skipString(byte[] b, int at, int end) {
        for (int i = at + 1; i < end; i++) {
            if (b[i] == '"') {
                return i + 1;
            }
            if (b[i] == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** The position after the value that begins at {@code at}; -1 where it does not end. */
    static int skipValue(byte[] b, int at, int end) {
        if (at >= end) {
            return -1;
        }
        return switch (b[at]) {
            case '"' -> skipString(b, at, end);
            case '{', '[' -> skipNested(b, at, end);
            default -> skipScalar(b, at, end);
        };
    }

    private static int skipNested(byte[] b, int at, int end) {
        int depth = 0;
        int i = at;
        while (i < end) {
            if (b[i] == '"') {
                i = skipString(b, i, end);
                if (i < 0) {
                    return -1;
                }
                continue;
            }
            if (b[i] == '{' || b[i] == '[') {
                depth++;
            } else if ((b[i] == '}' || b[i] == ']') && --depth == 0) {
                return i + 1;
            }
            i++;
        }
        return -1;
    }

    private static int skipScalar(byte[] b, int at, int end) {
        int i = at;
        while (i < end && b[i] != ',' && b[i] != '}' && b[i] != ']' && b[i] > ' ') {
            i++;
        }
        return i == at ? -1 : i;
    }
}
