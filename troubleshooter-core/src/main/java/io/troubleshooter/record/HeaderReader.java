package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/** Finds the format of a line: the one that read the line before, else the first of all that fits. */
final class HeaderReader {

    /** After so many lines that only the general header fits, the others are tried now and then. */
    private static final int SETTLED = 8;

    private static final int NOW_AND_THEN = 64;

    private final Formats known = Formats.builtIn();
    private final JsonFormat json;
    private final LineFormat logfmt;
    private final GeneralHeader general;
    private final @Nullable LineFormat inferred;
    private final int prefix;

    HeaderReader(HeaderShape shape, @Nullable InferredHeader header, int maxBytes) {
        inferred = header == null ? null : new InferredFormat(header);
        json = new JsonFormat(known.keys(), known.jsonKinds(), maxBytes);
        logfmt = new LogfmtFormat(known.keys(), maxBytes);
        general = new GeneralHeader(shape);
        prefix = shape.prefix();
    }

    /** Reads the line's header into {@code match}; false where no format fits. */
    boolean read(Line line, FormatMemory memory, HeaderMatch match) {
        if (line.start == line.length) {
            return false;
        }
        if (line.bytes[line.start] == '{') {
            return json.read(line, match);
        }
        line.skipWords(prefix);
        if (line.start == line.length) {
            return false;
        }
        LineFormat format = text(line, memory, match);
        if (format != null) {
            memory.remember(format);
        }
        return format != null;
    }

    /** Reads a JSON object that was joined from several lines. */
    boolean readJson(Line line, HeaderMatch match) {
        return json.read(line, match);
    }

    private @Nullable LineFormat text(Line line, FormatMemory memory, HeaderMatch match) {
        LineFormat last = memory.last();
        if (last == null) {
            return any(line, null, match);
        }
        boolean settled = last != general || (memory.streak() >= SETTLED && memory.streak() % NOW_AND_THEN != 0);
        if (settled && last.read(line, match)) {
            return last;
        }
        return any(line, settled ? last : null, match);
    }

    private @Nullable LineFormat any(Line line, @Nullable LineFormat failed, HeaderMatch match) {
        for (PatternFormat format : known.beginningWith(line.bytes[line.start])) {
            if (format != failed && format.read(line, match)) {
                return format;
            }
        }
        if (logfmt != failed && logfmt.read(line, match)) {
            return logfmt;
        }
        if (general != failed && general.read(line, match)) {
            return general;
        }
        return inferred != null && inferred != failed && inferred.read(line, match) ? inferred : null;
    }
}
