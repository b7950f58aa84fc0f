package io.troubleshooter.record;

/** The rows of events that {@code kubectl describe} indents under its last heading. */
final class EventRows {

    private static final byte[] WARNING = Ascii.bytes("Warning  ");
    private static final byte[] NORMAL = Ascii.bytes("Normal  ");

    private EventRows() {}

    static boolean isRow(byte[] b, int from, int end) {
        return Ascii.startsWith(b, from, end, WARNING) || Ascii.startsWith(b, from, end, NORMAL);
    }
}
