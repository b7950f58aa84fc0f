package io.troubleshooter.record;

/** English names of months and weekdays, by their first three letters, in any case. */
final class CalendarNames {

    private static final int[] MONTHS = keys("janfebmaraprmayjunjulaugsepoctnovdec");
    private static final int[] WEEKDAYS = keys("montuewedthufrisatsun");

    private CalendarNames() {}

    /** The month, from 1; 0 where the word at {@code at} is no month of three letters. */
    static int month(byte[] b, int at, int end) {
        int index = index(MONTHS, b, at, end);
        boolean longer = index >= 0 && at + 3 < end && Ascii.isLetter(b[at + 3]);
        return index < 0 || longer ? 0 : index + 1;
    }

    /** Where the text after a weekday begins; 0 where there is no weekday. */
    static int afterWeekday(byte[] b, int at, int end) {
        if (index(WEEKDAYS, b, at, end) < 0) {
            return 0;
        }
        int stop = at + 3 < end && b[at + 3] == ',' ? at + 4 : at + 3;
        return stop < end && b[stop] == ' ' ? Ascii.skipBlanks(b, stop, end) : 0;
    }

    private static int index(int[] names, byte[] b, int at, int end) {
        if (at + 3 > end || !Ascii.isLetter(b[at])) {
            return -1;
        }
        int key = key(Ascii.lower(b[at]), Ascii.lower(b[at + 1]), Ascii.lower(b[at + 2]));
        for (int i = 0; i < names.length; i++) {
            if (names[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private static int[] keys(String names) {
        int[] keys = new int[names.length() / 3];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(names.charAt(3 * i), names.charAt(3 * i + 1), names.charAt(3 * i + 2));
        }
        return keys;
    }

    private static int key(int first, int second, int third) {
        return (first << 16) | ((second & 0xff) << 8) | (third & 0xff);
    }
}
