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
            case '{' -> length > 4 && mayOpenJson(line);
            case '[' -> line.byteAt(1) == 'p' && line.byteAt(2) == 'o';
            case 's' -> line.byteAt(1) == 'e' && line.byteAt(2) == 'c';
            default -> first >= '0' && first <= '9' && length > SHORT && line.byteAt(10) == 'T';
        };
    }

    /** The first letters of the keys that the JSON envelopes begin with: log, container_, stream, source, ... */
    private static boolean mayOpenJson(RedactedText line) {
        byte next = line.byteAt(3);
        byte key = line.byteAt(2);
        return switch (key) {
            case 'l', 'c' -> next == 'o';
            case 's' -> next == 't' || next == 'o';
            case 't' -> next == 'i' && line.byteAt(4) == 'm';
            case 'm' -> next == 'e';
            case 'e' -> next == 'v';
            case 'i' -> next == 'n';
            default -> line.byteAt(1) == ' ' || key == '_' || (key >= 'A' && key <= 'Z');
        };
    }
}
