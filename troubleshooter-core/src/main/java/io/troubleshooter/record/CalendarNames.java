package io.troubleshooter.record;

/** English names of months and weekdays, by their first three letters, in any case. */
final class CalendarNames {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String WEEKDAYS = "montuewedthufrisatsun";

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

    private static int index(String names, byte[] b, int at, int end) {
        if (at + 3 > end) {
            return -1;
        }
        int c0 = Ascii.lower(b[at]);
        int c1 = Ascii.lower(b[at + 1]);
        int c2 = Ascii.lower(b[at + 2]);
        for (int i = 0; i < names.length(); i += 3) {
            if (names.charAt(i) == c0 && names.charAt(i + 1) == c1 && names.charAt(i + 2) == c2) {
                return i / 3;
            }
        }
        return -1;
    }
}
