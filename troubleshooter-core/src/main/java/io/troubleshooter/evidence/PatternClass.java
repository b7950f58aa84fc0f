package io.troubleshooter.evidence;

import io.troubleshooter.evidence.PatternNode.Choice;
import io.troubleshooter.evidence.PatternNode.One;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands between square brackets. */
final class PatternClass {

    private final PatternParser in;
    private final ByteSet ascii = new ByteSet();
    private final List<PatternNode> beyond = new ArrayList<>();

    PatternClass(PatternParser in) {
        this.in = in;
    }

    PatternNode read() {
        boolean negated = in.takes('^');
        boolean first = true;
        while (first || !in.peekIs(']')) {
            member(in.next());
            first = false;
        }
        in.next();
        if (negated) {
            return negated();
        }
        beyond.add(0, new One(ascii));
        return beyond.size() == 1 ? beyond.get(0) : new Choice(beyond);
    }

    private PatternNode negated() {
        if (!beyond.isEmpty()) {
            throw new PatternException("a negated class may only name characters of ASCII");
        }
        return PatternParser.anyOf(ascii.otherAscii());
    }

    private void member(char c) {
        if (c == '[' && in.peekIs(':') || c == '&' && in.peekIs('&')) {
            throw new PatternException("it has a kind of class that is not known here");
        }
        if (c == '\\') {
            escape(in.next());
        } else {
            single(c);
        }
    }

    private void escape(char c) {
        ByteSet set = known(Character.toLowerCase(c));
        if (set == null) {
            single(c == 'b' ? '\b' : escaped(c));
        } else if (Character.isUpperCase(c)) {
            throw new PatternException("\\D, \\W and \\S are not known inside of []");
        } else {
            ascii.addAll(set);
        }
    }

    private void single(char c) {
        if (c < 0x80) {
            ascii.addFolded(c, rangeEnd(c));
        } else {
            boolean pair = Character.isHighSurrogate(c);
            beyond.add(PatternParser.bytes(pair ? "" + c + in.next() : String.valueOf(c)));
        }
    }

    private char rangeEnd(char from) {
        if (!in.takes('-')) {
            return from;
        }
        if (in.peekIs(']')) {
            ascii.add('-', '-');
            return from;
        }
        char to = in.next();
        char end = to == '\\' ? escaped(in.next()) : to;
        if (end < from || end > 0x7f) {
            throw new PatternException("it has a range that goes backwards or beyond ASCII");
        }
        return end;
    }

    /** The bytes of {@code \d}, {@code \w} or {@code \s}; null for another letter. */
    static @Nullable ByteSet known(char letter) {
        return switch (letter) {
            case 'd' -> ByteSet.of('0', '9');
            case 'w' -> ByteSet.of('0', '9').addFolded('a', 'z').add('_', '_');
            case 's' -> ByteSet.of('\t', '\r').add(' ', ' ');
            default -> null;
        };
    }

    /** What an escaped character stands for. */
    static char escaped(char c) {
        boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
        return switch (c) {
            case 't' -> '\t';
            case 'f' -> '\f';
            case 'e' -> 27;
            default -> {
                if (letterOrDigit) {
                    throw new PatternException("it has an escape that is not known here");
                }
                yield c;
            }
        };
    }
}
