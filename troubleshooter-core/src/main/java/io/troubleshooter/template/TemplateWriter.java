package io.troubleshooter.template;

import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;

/** Puts a template together from slices of a message, following the masked line made of it. */
final class TemplateWriter {

    private final RedactedText message;
    private final RedactedJoiner joiner;
    private final byte[] bytes;
    private final int length;
    private final Slots slots;

    private int at;
    private int pending;
    private boolean afterWildcard;

    TemplateWriter(RedactedText message, MessageScanner scanner) {
        this.message = message;
        this.joiner = message.joiner();
        this.bytes = scanner.in;
        this.length = scanner.length;
        this.slots = scanner.slots;
        skipBlanks();
    }

    /** A byte between words. */
    void separator(byte b) {
        if (b != ' ') {
            constant(false);
            return;
        }
        flush();
        joiner.append(Mark.SPACE);
        afterWildcard = false;
        skipBlanks();
    }

    /** A byte of a word. */
    void constant(boolean hidden) {
        at++;
        if (hidden) {
            pending = at;
        } else {
            afterWildcard = false;
        }
    }

    void wildcard() {
        flush();
        if (!afterWildcard) {
            joiner.append(Mark.WILDCARD);
        }
        afterWildcard = true;
    }

    /** A variable part; its fixed beginning and end show as long as they are the same everywhere. */
    void slot(int slot, boolean hidden, boolean varied) {
        flush();
        if (!hidden && varied) {
            wildcard();
        } else if (!hidden) {
            append(slots.start(slot), slots.prefixEnd(slot));
            if (slots.prefixEnd(slot) < slots.suffixStart(slot) || slots.shape(slot) == Slots.NONE) {
                wildcard();
            }
            append(slots.suffixStart(slot), slots.end(slot));
        }
        at = slots.end(slot);
        pending = at;
    }

    RedactedText text() {
        flush();
        return joiner.join();
    }

    private void append(int from, int to) {
        if (to > from) {
            joiner.append(message.slice(from, to));
            afterWildcard = false;
        }
    }

    private void flush() {
        append(pending, at);
        pending = at;
    }

    private void skipBlanks() {
        while (at < length && Bytes.classOf(bytes[at]) == Bytes.SPACE) {
            at++;
        }
        pending = at;
    }
}
