package io.troubleshooter;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The lines of a source as they are stored: all of them, each ended, under their numbers; those that were not kept are
 * empty. In parts of whole lines, each made when it is asked for.
 *
 * @param name of the source, from which the parts are derived
 */
record StoredLines(String source, RedactedText name, Evidence evidence) implements Iterable<RedactedText> {

    /** Then a part ends with the line it is in. */
    private static final int PART_BYTES = 1 << 20;

    @Override
    public Iterator<RedactedText> iterator() {
        return new Parts();
    }

    private final class Parts implements Iterator<RedactedText> {

        private final long lines = evidence.lines(source);
        private long next = 1;

        @Override
        public boolean hasNext() {
            return next <= lines;
        }

        @Override
        public RedactedText next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RedactedJoiner joiner = name.joiner();
            long bytes = 0;
            while (hasNext() && bytes < PART_BYTES) {
                bytes += append(joiner, next++) + 1;
            }
            return joiner.join();
        }

        /** A line that is not there, such as one of markup only, is empty. */
        private int append(RedactedJoiner joiner, long line) {
            RedactedText text = evidence.text(LineRef.of(source, line));
            if (text != null) {
                joiner.append(text);
            }
            joiner.append(Mark.NEWLINE);
            return text == null ? 0 : text.length();
        }
    }
}
