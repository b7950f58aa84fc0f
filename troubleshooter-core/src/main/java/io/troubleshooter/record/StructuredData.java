package io.troubleshooter.record;

/** Structured data of RFC 5424 section 6.3: a dash, or elements in brackets, one behind the other. */
record StructuredData() implements Step {

    @Override
    public int match(byte[] b, int at, int end, HeaderMatch match) {
        if (at < end && b[at] == '-') {
            return at + 1;
        }
        int next = at;
        while (next < end && b[next] == '[') {
            next = afterElement(b, next, end);
            if (next < 0) {
                return -1;
            }
        }
        return next > at ? next : -1;
    }

    private static int afterElement(byte[] b, int at, int end) {
        int i = at;
        while (i < end && b[i] != ']') {
            i = b[i] == '"' ? JsonScanner.skipString(b, i, end) : i + 1;
            if (i < 0) {
                return -1;
            }
        }
        return i < end ? i + 1 : -1;
    }

    @Override
    public boolean first(boolean[] bytes) {
        bytes['-'] = true;
        bytes['['] = true;
        return false;
    }
}
