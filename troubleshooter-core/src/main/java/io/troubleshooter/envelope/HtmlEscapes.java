package io.troubleshooter.envelope;

/** Text that a tracker has escaped for HTML: character references stand for angle brackets, quotes and ampersands. */
final class HtmlEscapes implements WeakLayer {

    private static final int FEWEST = 2;

    @Override
    public boolean recognises(Cursor line) {
        for (int at = amp(line, line.from()); at >= 0; at = amp(line, at + 1)) {
            if (isReference(line, at)) {
                return true;
            }
        }
        return false;
    }

    private static int amp(Cursor line, int from) {
        return line.indexOf('&', from, line.to());
    }

    private static boolean isReference(Cursor line, int at) {
        return line.matchesAt(at, "&lt;")
                || line.matchesAt(at, "&gt;")
                || line.matchesAt(at, "&quot;")
                || line.matchesAt(at, "&#39;")
                || line.matchesAt(at, "&#x27;")
                || line.matchesAt(at, "&amp;")
                || line.matchesAt(at, "&nbsp;");
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits >= FEWEST && hits * 10 >= seen;
    }

    @Override
    public boolean strip(Cursor line) {
        boolean escaped = recognises(line);
        if (escaped) {
            line.replace(line.slice(line.from(), line.to()).unescapeHtml());
        }
        return escaped;
    }
}
