package io.troubleshooter.record;

import io.troubleshooter.envelope.Payload;
import io.troubleshooter.redact.RedactedText;
import org.jspecify.annotations.Nullable;

/** Joins the lines of one writer to records. */
final class StreamReader {

    static final String PLAIN = "plain";

    private final StreamContext context;
    private final @Nullable RedactedText name;
    private @Nullable OpenRecord open;
    private final FormatMemory memory = new FormatMemory();
    private boolean headed;

    StreamReader(StreamContext context, @Nullable RedactedText name) {
        this.context = context;
        this.name = name;
        this.headed = context.profile.isHeaded();
    }

    void accept(Payload payload, long number) {
        RedactedText text = payload.text();
        Line line = context.line(text);
        OpenRecord current = open;
        if (!Continuation.isMark(line) && context.headers.read(line, memory, context.match)) {
            headed = true;
            begin(headed(payload, line, number));
        } else if (current != null && belongs(line, current)) {
            append(current, payload, line, number);
        } else {
            begin(plain(payload, line, number));
        }
    }

    private boolean belongs(Line line, OpenRecord current) {
        if (Continuation.isCrash(line)) {
            return false;
        }
        return (headed && current.headed) || Continuation.isMark(line);
    }

    private void append(OpenRecord current, Payload payload, Line line, long number) {
        RedactedText text = payload.text();
        if (!current.hasRoom(text.length(), context.options)) {
            context.recordCut();
            begin(plain(payload, line, number));
            return;
        }
        if (current.level == Level.UNKNOWN) {
            current.level = LevelInference.of(line.bytes, line.firstNonBlank(), line.length);
        }
        current.add(text, number);
    }

    private void begin(OpenRecord record) {
        finish();
        open = record;
    }

    private OpenRecord headed(Payload payload, Line line, long number) {
        HeaderMatch match = context.match;
        RedactedText text = line.text();
        int to = match.messageTo == line.length ? text.length() : match.messageTo;
        RedactedText message = text.slice(match.messageFrom, to);
        RecordDetails details = RecordDetails.of(text, match, payload.fields());
        Level level = match.level != Level.UNKNOWN
                ? match.level
                : LevelInference.of(line.bytes, match.messageFrom, line.length);
        return new OpenRecord(
                name, match.format, true, level, match.escaped ? JsonText.unescape(message) : message, details, number);
    }

    private OpenRecord plain(Payload payload, Line line, long number) {
        RedactedText text = payload.text();
        Level level = LevelInference.of(line.bytes, line.firstNonBlank(), line.length);
        return new OpenRecord(name, PLAIN, false, level, text, RecordDetails.none(payload.fields()), number);
    }

    void finish() {
        OpenRecord done = open;
        open = null;
        if (done != null) {
            context.sink.accept(done.close(context.source));
        }
    }
}
