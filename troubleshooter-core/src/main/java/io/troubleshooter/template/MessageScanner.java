package io.troubleshooter.template;

import static io.troubleshooter.template.Bytes.AT;
import static io.troubleshooter.template.Bytes.COLON;
import static io.troubleshooter.template.Bytes.DIGIT;
import static io.troubleshooter.template.Bytes.DOT;
import static io.troubleshooter.template.Bytes.PLACEHOLDER;
import static io.troubleshooter.template.Bytes.SLASH;
import static io.troubleshooter.template.Bytes.SPACE;
import static io.troubleshooter.template.Bytes.WORD;

import io.troubleshooter.redact.RedactedText;

/**
 * Masks the variable parts of a message in one pass: the masked line is the message with {@link #MARK} for each of
 * them and single blanks. What a word is, {@link WordMask} decides; ordinary words never get there.
 */
final class MessageScanner {

    /** Bytes of a message that are looked at; what follows is one variable part. */
    static final int MAX_BYTES = 4096;

    /** Stands for a variable part in a masked line; as a control character it cannot come from the text. */
    static final byte MARK = 1;

    private static final int MAX_QUOTED = 512;
    private static final int MAX_PLACEHOLDER = 48;
    private static final int MAX_COLON_SPLITS = 3;

    final byte[] in = new byte[MAX_BYTES + 1];
    final byte[] out = new byte[2 * MAX_BYTES];
    final Slots slots = new Slots();
    final Variables variables = new Variables();
    int length;
    int outLength;

    private final WordMask mask = new WordMask(this);
    private final WordContext context = new WordContext();
    private boolean value;
    private int colonSplits;
    private int wholeUntil;

    void scan(RedactedText message) {
        boolean cut = message.length() > MAX_BYTES;
        length = (cut ? message.slice(0, MAX_BYTES) : message).copyTo(in, 0);
        in[length] = 0;
        outLength = 0;
        slots.clear();
        variables.clear();
        context.clear();
        value = false;
        wholeUntil = 0;
        colonSplits = 0;
        scanAll();
        if (cut) {
            out[outLength++] = MARK;
            slots.add(in, length, length, length, length);
        }
    }

    private void scanAll() {
        int at = 0;
        while (at < length) {
            int type = Bytes.classOf(in[at]);
            if ((type & WORD) != 0) {
                at = word(at);
            } else if (type == SPACE) {
                at = space(at);
            } else {
                at = delimiter(at);
            }
        }
        while (outLength > 0 && out[outLength - 1] == ' ') {
            outLength--;
        }
    }

    private int space(int at) {
        int i = at + 1;
        while (i < length && Bytes.classOf(in[i]) == SPACE) {
            i++;
        }
        if (outLength > 0) {
            out[outLength++] = ' ';
        }
        value = false;
        return i;
    }

    private int delimiter(int at) {
        byte b = in[at];
        if (b == '<' && placeholderEnd(at) > 0) {
            return word(at);
        }
        if ((b == '"' || b == '\'') && (value || afterJsonKey())) {
            int end = quoteEnd(at);
            if (end > at + 1) {
                return quoted(at, end);
            }
        }
        if ((b == '<' || b == '>') && at + 1 < length && Bytes.isDigit(in[at + 1])) {
            return mask.compared(at);
        }
        if (isEmptyGroup(at)) {
            literal(at);
            out[outLength++] = MARK;
            slots.addEmpty(in, at + 1);
            return literal(at + 1);
        }
        value = b == '=' && at + 1 < length && in[at + 1] != '=' && in[at + 1] != ' ';
        return literal(at);
    }

    int literal(int at) {
        out[outLength++] = in[at];
        return at + 1;
    }

    /** Brackets with nothing in them where a value would stand; behind a name they are part of it. */
    private boolean isEmptyGroup(int at) {
        byte b = in[at];
        boolean open = b == '(' || b == '[' || b == '{';
        if (!open || at + 1 >= length || in[at + 1] != (b == '(' ? ')' : b + 2)) {
            return false;
        }
        return outLength > 0 && (out[outLength - 1] == ' ' || out[outLength - 1] == '=');
    }

    private boolean afterJsonKey() {
        int last = outLength - 1;
        if (last > 0 && out[last] == ' ') {
            last--;
        }
        return last > 0 && out[last] == ':' && out[last - 1] == '"';
    }

    private int quoteEnd(int at) {
        int limit = Math.min(length, at + MAX_QUOTED);
        for (int i = at + 1; i < limit; i++) {
            if (in[i] == in[at]) {
                return i;
            }
        }
        return -1;
    }

    private int quoted(int at, int end) {
        literal(at);
        mark(VariableKind.QUOTED, at + 1, end, at + 1, end);
        value = false;
        return literal(end);
    }

    private int word(int at) {
        byte first = in[at];
        if (first == ':' || (first == '.' && !(at + 1 < length && Bytes.isWord(in[at + 1]) && in[at + 1] != '.'))) {
            return dots(at);
        }
        int flags = 0;
        int i = at;
        int shift = outLength - at;
        while (i < length) {
            byte b = in[i];
            int type = Bytes.classOf(b);
            if ((type & WORD) == 0) {
                int end = b == '<' ? placeholderEnd(i) : -1;
                if (end < 0) {
                    break;
                }
                flags |= PLACEHOLDER;
                i = end;
                continue;
            }
            if ((type & (DOT | COLON)) != 0 && i > at && endsWord(i, type)) {
                break;
            }
            flags |= type;
            out[shift + i++] = b;
        }
        return masked(at, i, flags);
    }

    private int dots(int at) {
        int i = literal(at);
        while (i < length && in[i] == in[at]) {
            i = literal(i);
        }
        return i;
    }

    /** Whether the dot or colon is punctuation after the word and not part of it. */
    private boolean endsWord(int at, int type) {
        if (at + 1 >= length || !Bytes.isWord(in[at + 1])) {
            return true;
        }
        return type == DOT ? in[at + 1] == '.' : at < wholeUntil;
    }

    private int masked(int start, int end, int flags) {
        if ((flags & (DIGIT | COLON | SLASH | AT | PLACEHOLDER)) == 0) {
            return mask.plain(start, end, flags, value);
        }
        return mask.special(start, end, flags, value);
    }

    /** The end of a redaction placeholder such as {@code <ip:3>}, -1 where there is none. */
    int placeholderEnd(int at) {
        int limit = Math.min(length, at + MAX_PLACEHOLDER);
        int i = at + 1;
        while (i < limit && ((in[i] >= 'a' && in[i] <= 'z') || in[i] == '-' || Bytes.isDigit(in[i]))) {
            i++;
        }
        if (i == at + 1 || i >= limit || in[i] != ':') {
            return -1;
        }
        int digits = ++i;
        while (i < limit && Bytes.isDigit(in[i])) {
            i++;
        }
        return i > digits && i < limit && in[i] == '>' ? i + 1 : -1;
    }

    /** Takes the word as it is; its bytes have been copied on the way. */
    int constant(int start, int end) {
        outLength += end - start;
        context.push(start, end);
        value = false;
        return end;
    }

    /** Notes a variable part; what stands outside of the two inner offsets is its fixed shape. */
    int mark(VariableKind kind, int start, int end, int prefixEnd, int suffixStart) {
        out[outLength++] = MARK;
        slots.add(in, start, end, prefixEnd, suffixStart);
        variables.add(kind, start, end, context.start(), context.end());
        context.push(start, end);
        value = false;
        return end;
    }

    /** Notes a variable part that is a name as long as it is the same everywhere. */
    int markName(VariableKind kind, int start, int end) {
        out[outLength++] = MARK;
        slots.addName(in, start, end);
        variables.add(kind, start, end, context.start(), context.end());
        context.push(start, end);
        value = false;
        return end;
    }

    int variable(VariableKind kind, int start, int end) {
        return mark(kind, start, end, start, end);
    }

    /** Reads what follows the colon as words of their own. */
    int splitAtColon(int start, int colon, int end) {
        masked(start, colon, Numbers.flags(in, start, colon));
        literal(colon);
        if (++colonSplits % MAX_COLON_SPLITS == 0) {
            wholeUntil = end;
        }
        return colon + 1;
    }

    WordContext context() {
        return context;
    }

    /** Keeps the first words of the masked line and makes one variable part of the rest. */
    void coarsen(int words) {
        int at = 0;
        int marks = 0;
        int blanks = 0;
        while (at < outLength && blanks < words) {
            marks += out[at] == MARK ? 1 : 0;
            blanks += out[at++] == ' ' ? 1 : 0;
        }
        if (at < outLength || words == 0) {
            outLength = at;
            out[outLength++] = MARK;
            slots.truncate(marks);
            slots.add(in, length, length, length, length);
        }
    }
}
