package io.troubleshooter.record;

/**
 * Program, process number and colon of a syslog line: {@code sshd[12]: }, {@code kernel: }, {@code app[1] (unit): }.
 * RFC 3164 section 4.1.3 allows a name of 32 letters and digits; real ones also have blanks, a version or a bracketed
 * module. A line without such a tag is all message.
 *
 * @param numbered whether the tag must be there, with its process number
 */
record SyslogTag(String name, boolean numbered) implements Step {

    private static final int LONGEST = 80;
    private static final int MOST_BLANKS = 3;

    @Override
    public int match(byte[] b, int at, int end, HeaderMatch match) {
        int limit = Math.min(end, at + LONGEST);
        int blanks = 0;
        for (int i = at; i < limit; i++) {
            if (b[i] == '[') {
                int next = afterNumber(b, i, end, at, match);
                if (next > 0) {
                    return next;
                }
            } else if (!numbered && b[i] == ':' && i > at && (i + 1 == end || Ascii.isBlank(b[i + 1]))) {
                Step.capture(name, at, i, match);
                return i + 1;
            } else if (Ascii.isBlank(b[i]) && ++blanks > MOST_BLANKS) {
                break;
            }
        }
        return numbered ? -1 : at;
    }

    private int afterNumber(byte[] b, int open, int end, int start, HeaderMatch match) {
        int stop = Ascii.skipDigits(b, open + 1, end);
        if (stop == open + 1 || stop >= end || b[stop] != ']') {
            return -1;
        }
        int next = afterUnit(b, stop + 1, end);
        if (next >= end || b[next] != ':') {
            return -1;
        }
        Step.capture(name, Ascii.skipBlanks(b, start, open), Ascii.trimEnd(b, start, open), match);
        match.field("pid", open + 1, stop);
        return next + 1;
    }

    // launchd names the job after the number: "launchd[1] (com.example.job[123]): ..."
    private static int afterUnit(byte[] b, int at, int end) {
        boolean open = at + 1 < end && b[at] == ' ' && b[at + 1] == '(';
        int close = open ? Ascii.closing(b, at + 1, Math.min(end, at + LONGEST), ')') : -1;
        return close < 0 ? at : close;
    }

    @Override
    public boolean first(boolean[] bytes) {
        return !FirstBytes.all(bytes);
    }
}
