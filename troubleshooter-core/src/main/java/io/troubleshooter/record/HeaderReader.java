package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/** Finds the format of a line: the one that read the line before, else the first of all that fits. */
final class HeaderReader {

    private final JsonFormat json;
    private final LineFormat[] formats;

    HeaderReader(SourceProfile profile, RecordOptions options) {
        Formats known = Formats.builtIn();
        json = new JsonFormat(known.keys(), known.jsonKinds(), options.maxBytes());
        formats =
                new LineFormat[] {new LogfmtFormat(known.keys(), options.maxBytes()), new GeneralHeader(profile.shape())
                };
    }

    /** Reads the line into {@code match} and gives its format; null where no format fits. */
    @Nullable
    LineFormat read(Line line, @Nullable LineFormat last, HeaderMatch match) {
        int first = line.firstNonBlank();
        if (first == line.length) {
            return null;
        }
        if (line.bytes[first] == '{') {
            return json.read(line, match) ? json : null;
        }
        if (last != null && last.read(line, match)) {
            return last;
        }
        for (LineFormat format : formats) {
            if (format != last && format.read(line, match)) {
                return format;
            }
        }
        return null;
    }
}
