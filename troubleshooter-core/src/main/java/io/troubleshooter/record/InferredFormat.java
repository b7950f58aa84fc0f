package io.troubleshooter.record;

/** The header that {@link HeaderInference} found in a source that no known format explains. */
final class InferredFormat implements LineFormat {

    static final String ID = "inferred";

    private static final int EPOCH_DIGITS = 10;

    private final InferredHeader header;
    private final int[] roles = new int[InferredHeader.ROLES];

    InferredFormat(InferredHeader header) {
        this.header = header;
    }

    @Override
    public boolean read(Line line, HeaderMatch match) {
        byte[] b = line.bytes;
        int message = header.read(b, line.length, roles);
        if (message < 0) {
            return false;
        }
        match.reset(line.length);
        match.format = ID;
        match.message(Math.min(message, line.length), Math.max(message, Ascii.trimEnd(b, message, line.length)));
        int time = roles[InferredHeader.TIME_START];
        if (time >= 0 && isEpoch(b, time, line.length)) {
            takeEpoch(b, time, match);
        } else if (time >= 0 && match.times.scan(b, time, line.length) > 0) {
            match.takeTime();
        }
        int level = roles[InferredHeader.LEVEL_START];
        Level named = level < 0 ? null : LevelNames.word(b, level, roles[InferredHeader.LEVEL_END]);
        if (named != null) {
            match.level = named;
        }
        int logger = roles[InferredHeader.LOGGER_START];
        if (logger >= 0) {
            match.logger(logger, roles[InferredHeader.LOGGER_END]);
        }
        return true;
    }

    /** Ten digits and no more: seconds since 1970. */
    private static boolean isEpoch(byte[] b, int from, int end) {
        return Ascii.skipDigits(b, from, end) - from == EPOCH_DIGITS;
    }

    private static void takeEpoch(byte[] b, int from, HeaderMatch match) {
        long second = 0;
        for (int i = from; i < from + EPOCH_DIGITS; i++) {
            second = 10 * second + b[i] - '0';
        }
        match.hasTime = true;
        match.second = second;
        match.nano = 0;
    }
}
