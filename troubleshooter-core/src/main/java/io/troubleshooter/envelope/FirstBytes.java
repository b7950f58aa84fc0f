package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedText;

/** Tells by a few bytes which lines are worth a closer look, so that ordinary lines cost nothing. */
final class FirstBytes {

    private static final int SHORT = 20;

    private FirstBytes() {}

    static boolean mayOpenAnEnvelope(RedactedText line) {
        int length = line.length();
        if (length < 3) {
            return false;
        }
        byte first = line.byteAt(0);
        return switch (first) {
            case '`', '~', '#', ':' -> line.byteAt(1) == first;
            case ' ' -> length <= SHORT;
            case '{' -> mayOpenJson(line.byteAt(1), line.byteAt(2));
            case '[' -> line.byteAt(1) == 'p' && line.byteAt(2) == 'o';
            case 's' -> line.byteAt(1) == 'e' && line.byteAt(2) == 'c';
            default -> first >= '0' && first <= '9' && length > SHORT && line.byteAt(10) == 'T';
        };
    }

    private static boolean mayOpenJson(byte second, byte third) {
        return second == ' ' || third == '_' || third >= 'A' && third <= 'Z' || "lsctmie".indexOf(third) >= 0;
    }
}
