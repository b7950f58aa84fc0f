package io.troubleshooter.record;

import io.troubleshooter.envelope.Payload;
import io.troubleshooter.redact.RedactedText;
import org.jspecify.annotations.Nullable;

/** Joins the lines of one writer to records: a line without a header goes on, where that is likely, with the one before. */
final class StreamReader {

    private final StreamContext context;
    private final @Nullable RedactedText name;
    private final FormatMemory memory = new FormatMemory();
    private @Nullable OpenRecord open;
    private @Nullable RedactedText partial;
    private long partialNumber;

    StreamReader(StreamContext context, @Nullable RedactedText name) {
        this.context = context;
        this.name = name;
    }

    void accept(Payload payload, long number) {
        RedactedText text = payload.text();
        RedactedText before = partial;
        if (before != null) {
            text = before.joiner().append(before).append(text).join();
        }
        if (payload.partial() && text.length() < context.options.maxBytes()) {
            partialNumber = before == null ? number : partialNumber;
            partial = text;
            return;
        }
        partial = null;
        line(text, payload, before == null ? number : partialNumber, number);
    }

    private void line(RedactedText text, Payload payload, long first, long number) {
        Line line = context.line(text);
        OpenRecord current = open;
        if (current != null && current.json != null) {
            if (current.json.accept(line)) {
                append(current, text, number);
                return;
            }
        }
        if (line.start == line.length) {
            blank(text, payload, first, number);
        } else if (!isIndented(line) && context.headers.read(line, memory, context.match)) {
            header(payload, line, first, number);
        } else {
            bare(payload, line, first, number);
        }
    }

    // Rows of events under "kubectl describe" are indented, and yet records.
    private static boolean isIndented(Line line) {
        boolean indented = line.start >= 2 || (line.length > 0 && line.bytes[0] == '\t');
        return indented && !EventRows.isRow(line.bytes, line.start, line.length) && line.bytes[line.start] != '{';
    }

    private void blank(RedactedText text, Payload payload, long first, long number) {
        OpenRecord current = open;
        if (current == null || !current.hasRoom(0, context.options)) {
            begin(plain(payload, context.line(text), first), number);
            return;
        }
        current.add(text, number);
        current.afterBlank = true;
    }

    private void header(Payload payload, Line line, long first, long number) {
        HeaderMatch match = context.match;
        OpenRecord current = open;
        boolean goesOn = match.attached
                && current != null
                && current.format.equals(match.format)
                && current.hasRoom(line.text().length(), context.options);
        if (goesOn && current != null) {
            append(current, line.text(), number);
        } else if (current != null && current.takesMessage(match)) {
            current.setMessage(line.text().slice(match.messageFrom, messageEnd(line, match)), match.level, number);
        } else {
            begin(RecordOpener.headed(payload, line, match, name, first), number);
        }
    }

    private void bare(Payload payload, Line line, long first, long number) {
        OpenRecord current = open;
        if (current == null || !belongs(line, current)) {
            begin(plain(payload, line, first), number);
        } else if (!current.hasRoom(line.text().length(), context.options)) {
            context.recordCut();
            begin(plain(payload, line, first), number);
        } else {
            if (current.level == Level.UNKNOWN) {
                current.level = LevelInference.of(line.bytes, line.start, line.length);
            }
            append(current, line.text(), number);
        }
    }

    private boolean belongs(Line line, OpenRecord current) {
        byte[] b = line.bytes;
        int from = line.firstNonBlank();
        Joining next = current.joining.next(b, from, line.length);
        boolean spans = !current.afterBlank || current.joining.spansBlankLines() || from > 0;
        if (next != Joining.END && spans) {
            current.joining = next;
            return true;
        }
        Joining announced = Joining.begin(b, from, line.length);
        boolean likely = announced.isThrown() || context.profile.isHeaded();
        if (!current.headed || !likely || startsAnew(current, announced, b, from, line.length)) {
            return false;
        }
        current.joining = announced;
        return true;
    }

    // A trace belongs to the error or warning before it. One after an informational line was printed by somebody else,
    // and so was a line that says of itself that it is an error.
    private static boolean startsAnew(OpenRecord current, Joining announced, byte[] b, int from, int end) {
        if (JoiningMarks.isCrash(b, from, end)) {
            return true;
        }
        if (!announced.isThrown() && LevelInference.of(b, from, end) == Level.ERROR) {
            return true;
        }
        boolean calm = current.level != Level.UNKNOWN && !current.level.isAtLeast(Level.WARN);
        return announced == Joining.PYTHON && calm;
    }

    private static void append(OpenRecord current, RedactedText text, long number) {
        current.afterBlank = false;
        current.add(text, number);
    }

    private static int messageEnd(Line line, HeaderMatch match) {
        return match.messageTo == line.length ? line.text().length() : match.messageTo;
    }

    private OpenRecord plain(Payload payload, Line line, long number) {
        return RecordOpener.plain(payload, line, name, number, context.options.maxBytes());
    }

    private void begin(OpenRecord record, long number) {
        close();
        record.extendTo(number);
        open = record;
    }

    private void close() {
        OpenRecord done = open;
        open = null;
        if (done != null) {
            context.sink.accept(done.close(context));
        }
    }

    void finish() {
        RedactedText rest = partial;
        partial = null;
        if (rest != null) {
            line(rest, Payload.bare(rest), partialNumber, partialNumber);
        }
        close();
    }
}
