package io.troubleshooter.record;

import io.troubleshooter.envelope.Payload;
import io.troubleshooter.redact.RedactedText;
import org.jspecify.annotations.Nullable;

/** Opens the record that a line begins. */
final class RecordOpener {

    static final String PLAIN = "plain";

    private RecordOpener() {}

    static OpenRecord headed(
            Payload payload, Line line, HeaderMatch match, @Nullable RedactedText stream, long number) {
        RedactedText text = line.text();
        int to = match.messageTo == line.length ? text.length() : match.messageTo;
        RedactedText message = text.slice(match.messageFrom, to);
        if (match.escaped) {
            message = JsonText.unescape(message);
        }
        Level level = match.level != Level.UNKNOWN
                ? match.level
                : LevelInference.of(line.bytes, match.messageFrom, line.length);
        envelopeTime(payload, match);
        OpenRecord record = new OpenRecord(
                stream, match.format, true, level, message, RecordDetails.of(text, match, payload.fields()), number);
        record.joining = Joining.begin(line.bytes, match.messageFrom, line.length);
        return record;
    }

    static OpenRecord plain(Payload payload, Line line, @Nullable RedactedText stream, long number, int maxBytes) {
        RedactedText text = line.text();
        Level level = LevelInference.of(line.bytes, line.firstNonBlank(), line.length);
        OpenRecord record =
                new OpenRecord(stream, PLAIN, false, level, text, RecordDetails.none(payload.fields()), number);
        record.joining = Joining.begin(line.bytes, line.firstNonBlank(), line.length);
        record.json = OpenJson.begin(line, maxBytes);
        return record;
    }

    // What the program itself says of the time counts more than when its line was shipped.
    private static void envelopeTime(Payload payload, HeaderMatch match) {
        RedactedText time = payload.time();
        if (match.hasTime || time == null || time.length() > 64) {
            return;
        }
        byte[] bytes = new byte[time.length()];
        time.copyTo(bytes, 0);
        if (match.times.scan(bytes, 0, bytes.length) > 0 || match.times.epoch(bytes, 0, bytes.length)) {
            match.takeTime();
        }
    }
}
