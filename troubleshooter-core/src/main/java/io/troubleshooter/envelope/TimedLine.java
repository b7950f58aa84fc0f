package io.troubleshooter.envelope;

/**
 * Envelopes that begin with a time and whose next word settles what they are: CRI ({@code stdout F}), GitLab ({@code
 * 00O}), {@code aws logs tail} (a stream name with slashes), Heroku ({@code app[web.1]:}).
 */
final class TimedLine implements Layer {

    private static final int LONGEST_NAME = 256;
    private static final int MICROSECONDS = 6;

    @Override
    public boolean strip(Cursor line) {
        byte[] bytes = line.bytes();
        int start = line.from();
        int end = IsoTime.end(bytes, start, line.to());
        if (end < 0 || end >= line.to() || bytes[end] != ' ') {
            return false;
        }
        int word = end + 1;
        boolean stripped = stripCri(line, word)
                || stripGitlab(line, word)
                || (IsoTime.decimals(bytes, start, end) == MICROSECONDS && stripNamed(line, word));
        if (stripped) {
            line.time(line.slice(start, end));
        }
        return stripped;
    }

    private static boolean stripCri(Cursor line, int word) {
        boolean standard = line.matchesAt(word, "stdout ") || line.matchesAt(word, "stderr ");
        int tag = word + 7;
        if (!standard || tag >= line.to() || (line.bytes()[tag] != 'F' && line.bytes()[tag] != 'P')) {
            return false;
        }
        int tagEnd = line.indexOf(' ', tag, line.to());
        int after = tagEnd < 0 ? line.to() : tagEnd + 1;
        if (tagEnd > tag + 1 && line.bytes()[tag + 1] != ':') {
            return false;
        }
        line.stream(line.slice(word, word + 6));
        if (line.bytes()[tag] == 'P') {
            line.partial();
        }
        line.dropBefore(after);
        return true;
    }

    /** Two digits of a stream number, O or E, and a blank, or + where the line goes on. */
    private static boolean stripGitlab(Cursor line, int word) {
        byte[] bytes = line.bytes();
        boolean marked = word + 3 < line.to()
                && IsoTime.isDigit(bytes[word])
                && IsoTime.isDigit(bytes[word + 1])
                && (bytes[word + 2] == 'O' || bytes[word + 2] == 'E')
                && (bytes[word + 3] == ' ' || bytes[word + 3] == '+');
        if (marked) {
            line.dropBefore(word + 4);
        }
        return marked;
    }

    private static boolean stripNamed(Cursor line, int word) {
        int end = line.indexOf(' ', word, word + LONGEST_NAME);
        if (end < 0 || (!isStreamName(line, word, end) && !isDyno(line, word, end))) {
            return false;
        }
        line.stream(line.slice(word, isDyno(line, word, end) ? end - 1 : end));
        line.dropBefore(end + 1);
        return true;
    }

    private static boolean isStreamName(Cursor line, int from, int end) {
        int slash = line.indexOf('/', from, end);
        return slash > from && slash < end - 1 && line.bytes()[end - 1] != ':';
    }

    private static boolean isDyno(Cursor line, int from, int end) {
        boolean owner = line.matchesAt(from, "app[") || line.matchesAt(from, "heroku[");
        return owner && line.bytes()[end - 1] == ':' && line.bytes()[end - 2] == ']';
    }
}
