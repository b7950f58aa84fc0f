package io.troubleshooter.envelope;

/** Quote marks of mail and issues: {@code > }, once or several times. */
final class QuoteMark implements WeakLayer {

    private static final int FEWEST = 3;

    @Override
    public boolean recognises(Cursor line) {
        return markEnd(line, line.from()) > line.from();
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits >= FEWEST && hits * 2 >= seen;
    }

    @Override
    public boolean strip(Cursor line) {
        int at = line.from();
        for (int next = markEnd(line, at); next > at; next = markEnd(line, at)) {
            at = next;
        }
        boolean quoted = at > line.from();
        line.dropBefore(at);
        return quoted;
    }

    private static int markEnd(Cursor line, int at) {
        if (at >= line.to() || line.bytes()[at] != '>') {
            return at;
        }
        if (at + 1 == line.to()) {
            return at + 1;
        }
        byte next = line.bytes()[at + 1];
        return next == ' ' ? at + 2 : next == '>' ? at + 1 : at;
    }
}
