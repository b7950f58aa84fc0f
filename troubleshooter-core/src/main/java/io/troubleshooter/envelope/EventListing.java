package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;
import org.jspecify.annotations.Nullable;

/**
 * Log events as {@code aws logs get-log-events} and {@code filter-log-events} print them: JSON with a member per line, of
 * which the message counts.
 */
final class EventListing implements WeakLayer {

    private static final String MESSAGE = "\"message\": \"";
    private static final String TIME = "\"timestamp\": ";
    private static final String STREAM = "\"logStreamName\": \"";

    private @Nullable RedactedText time;
    private @Nullable RedactedText stream;

    @Override
    public boolean recognises(Cursor line) {
        return line.matchesAt(line.skipBlanks(line.from()), "\"ingestionTime\": ");
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits > 0;
    }

    @Override
    public boolean strip(Cursor line) {
        int at = line.skipBlanks(line.from());
        if (line.matchesAt(at, MESSAGE)) {
            return stripMessage(line, at + MESSAGE.length());
        }
        if (line.matchesAt(at, TIME)) {
            time = value(line, at + TIME.length());
        } else if (line.matchesAt(at, STREAM)) {
            stream = value(line, at + STREAM.length());
        } else if (!isRest(line, at)) {
            return false;
        }
        line.narrow(line.to(), line.to());
        return true;
    }

    private boolean stripMessage(Cursor line, int start) {
        int end = JsonEnvelope.withoutLineEnds(line, start, closingQuote(line));
        if (time != null) {
            line.time(time);
        }
        if (stream != null) {
            line.stream(stream);
        }
        line.narrow(start, Math.max(start, end));
        if (line.indexOf('\\', start, end) >= 0) {
            line.replace(line.slice(start, end).unescapeJson());
        }
        return true;
    }

    /** Offset of the quote at the line's end, a comma after it or not. */
    private static int closingQuote(Cursor line) {
        int end = line.to();
        while (end > line.from() && ", ".indexOf(line.bytes()[end - 1]) >= 0) {
            end--;
        }
        return end > line.from() && line.bytes()[end - 1] == '"' ? end - 1 : end;
    }

    private static RedactedText value(Cursor line, int start) {
        return line.slice(start, Math.max(start, closingQuote(line))).compact();
    }

    private static boolean isRest(Cursor line, int at) {
        return line.matchesAt(at, "\"ingestionTime\"")
                || line.matchesAt(at, "\"eventId\"")
                || line.matchesAt(at, "\"events\": [")
                || line.matchesAt(at, "\"nextForwardToken\"")
                || line.matchesAt(at, "\"nextBackwardToken\"")
                || line.matchesAt(at, "\"nextToken\"")
                || (line.to() - at <= 2 && at < line.to() && "{}[]".indexOf(line.bytes()[at]) >= 0);
    }
}
