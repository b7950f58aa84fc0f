package io.troubleshooter.envelope;

/** stern: {@code pod container payload}, told by the random ends of pod names, on most lines. */
final class SternPrefix implements WeakLayer {

    private static final int LONGEST = 253;
    private static final int FEWEST = 3;
    private static final int RANDOM_END = 5;

    @Override
    public boolean recognises(Cursor line) {
        return payload(line) > 0;
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits >= FEWEST && hits * 10 >= seen * 8;
    }

    @Override
    public boolean strip(Cursor line) {
        int payload = payload(line);
        if (payload < 0) {
            return false;
        }
        int pod = nameEnd(line, line.from());
        line.stream(line.slice(line.from(), payload - 1));
        line.field("pod", line.slice(line.from(), pod));
        line.field("container", line.slice(pod + 1, payload - 1));
        line.dropBefore(payload);
        return true;
    }

    private static int payload(Cursor line) {
        int pod = nameEnd(line, line.from());
        if (pod < 0 || !isPod(line, pod)) {
            return -1;
        }
        int container = nameEnd(line, pod + 1);
        return container < 0 ? -1 : container + 1;
    }

    /** Offset of the blank after a Kubernetes name; -1 if no such name stands at {@code from}. */
    private static int nameEnd(Cursor line, int from) {
        byte[] bytes = line.bytes();
        int stop = Math.min(line.to(), from + LONGEST);
        int at = from;
        while (at < stop
                && ((bytes[at] >= 'a' && bytes[at] <= 'z') || IsoTime.isDigit(bytes[at]) || bytes[at] == '-')) {
            at++;
        }
        return at > from && at < stop && bytes[at] == ' ' ? at : -1;
    }

    /** Whether the name ends in a hash of a replica set or daemon set: five letters and digits, no vowels. */
    private static boolean isPod(Cursor line, int end) {
        byte[] bytes = line.bytes();
        int start = end - RANDOM_END;
        if (start - 2 < line.from() || bytes[start - 1] != '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if ("aeiou-".indexOf(bytes[i]) >= 0) {
                return false;
            }
        }
        return true;
    }
}
