package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;

/** The line at hand, copied into a plain array for the loops that read it. Reused from line to line. */
final class Line {

    /** Headers end within this many bytes. */
    static final int HEAD = 2_048;

    byte[] bytes = new byte[HEAD];

    /** How many bytes of the line are in {@link #bytes}. */
    int length;

    /** Where the header begins: behind blanks and behind what the source puts before each header. */
    int start;

    private RedactedText text;

    Line(RedactedText first) {
        text = first;
        set(first);
    }

    void set(RedactedText line) {
        text = line;
        load(Math.min(line.length(), HEAD));
        start = firstNonBlank();
    }

    /** Moves the header's start over some words. */
    void skipWords(int words) {
        for (int i = 0; i < words; i++) {
            start = Ascii.skipBlanks(bytes, Ascii.skipWord(bytes, start, length), length);
        }
    }

    /** Copies more than the head, for formats that need it. */
    void loadUpTo(int limit) {
        int wanted = Math.min(text.length(), limit);
        if (wanted > length) {
            load(wanted);
        }
    }

    private void load(int wanted) {
        if (bytes.length < wanted) {
            bytes = new byte[Math.max(wanted, bytes.length * 2)];
        }
        length = wanted;
        (wanted == text.length() ? text : text.slice(0, wanted)).copyTo(bytes, 0);
    }

    RedactedText text() {
        return text;
    }

    /** Whether {@link #bytes} holds all of the line. */
    boolean complete() {
        return length == text.length();
    }

    int firstNonBlank() {
        return Ascii.skipBlanks(bytes, 0, length);
    }
}
