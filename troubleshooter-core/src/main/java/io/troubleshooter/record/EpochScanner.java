package io.troubleshooter.record;

/** Reads a number as time since 1970; its count of digits tells the unit. Results stay in the fields. */
final class EpochScanner {

    private static final int MOST_DIGITS = 19;

    long second;
    int nano;

    /** Whether all of the bytes are such a number, with or without a fraction of a second. */
    boolean read(byte[] b, int from, int to) {
        int point = Ascii.skipDigits(b, from, to);
        if (point == from || point - from > MOST_DIGITS) {
            return false;
        }
        long whole = TimeScanner.longNumber(b, from, point);
        return switch (point - from) {
            case 9, 10 -> set(whole, fraction(b, point, to));
            case 12, 13 -> set(whole / 1_000, (int) (whole % 1_000) * 1_000_000);
            case 15, 16 -> set(whole / 1_000_000, (int) (whole % 1_000_000) * 1_000);
            case 18, 19 -> whole >= 0 && set(whole / 1_000_000_000, (int) (whole % 1_000_000_000));
            default -> false;
        };
    }

    private boolean set(long second, int nano) {
        this.second = second;
        this.nano = nano;
        return true;
    }

    private static int fraction(byte[] b, int point, int to) {
        int nano = 0;
        int unit = 100_000_000;
        for (int i = point + 1; i < to && unit > 0 && Ascii.isDigit(b[i]); i++, unit /= 10) {
            nano += (b[i] - '0') * unit;
        }
        return nano;
    }
}
