package io.troubleshooter.record;

/** Lines that go on with a record, or certainly begin one, whatever its format. */
final class Continuation {

    private static final byte[][] GOES_ON = {
        Ascii.bytes("Caused by: "),
        Ascii.bytes("Suppressed: "),
        Ascii.bytes("During handling of the above exception"),
        Ascii.bytes("The above exception was the direct cause"),
        Ascii.bytes("--- End of "),
        Ascii.bytes("... "),
        Ascii.bytes("goroutine "),
        Ascii.bytes("created by "),
        Ascii.bytes("[signal "),
        Ascii.bytes("Stack trace:"),
        Ascii.bytes("stack backtrace:"),
        Ascii.bytes("note: run with `RUST_BACKTRACE"),
    };
    private static final byte[][] CRASHES = {
        Ascii.bytes("panic: "), Ascii.bytes("fatal error: "), Ascii.bytes("Exception in thread "),
        Ascii.bytes("Unhandled exception"), Ascii.bytes("npm ERR!"), Ascii.bytes("thread '"),
        Ascii.bytes("PHP Fatal error:"), Ascii.bytes("# A fatal error has been detected"),
    };

    private Continuation() {}

    /** Whether the line cannot begin a record. */
    static boolean isMark(Line line) {
        byte[] b = line.bytes;
        int at = line.firstNonBlank();
        if (at > 0 || at == line.length) {
            return at == line.length || b[at] == 'a' || at >= 2 || b[0] == '\t';
        }
        return b[0] != '{' && startsWithOne(GOES_ON, b, line.length);
    }

    /** Whether the line is a program's last word, and no part of what was logged before. */
    static boolean isCrash(Line line) {
        return line.length > 0 && startsWithOne(CRASHES, line.bytes, line.length);
    }

    private static boolean startsWithOne(byte[][] starts, byte[] b, int end) {
        for (byte[] start : starts) {
            if (b[0] == start[0] && Ascii.startsWith(b, 0, end, start)) {
                return true;
            }
        }
        return false;
    }
}
