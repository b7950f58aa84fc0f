package io.troubleshooter.evidence;

import io.troubleshooter.evidence.PatternNode.Choice;
import io.troubleshooter.evidence.PatternNode.Edge;
import io.troubleshooter.evidence.PatternNode.One;
import io.troubleshooter.evidence.PatternNode.Repeat;
import io.troubleshooter.evidence.PatternNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a regular expression, which it turns into one over bytes of UTF-8. */
final class PatternParser {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_REPEAT = 1_000;
    private static final int NO_BOUND = -1;

    private final String regex;
    private int at;
    private int depth;

    private PatternParser(String regex) {
        this.regex = regex;
    }

    static PatternNode parse(String regex) {
        PatternParser parser = new PatternParser(regex);
        PatternNode whole = parser.choice();
        if (parser.at < regex.length()) {
            throw new PatternException("it has a ) without its (");
        }
        return whole;
    }

    private PatternNode choice() {
        List<PatternNode> parts = new ArrayList<>();
        parts.add(sequence());
        while (takes('|')) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Choice(parts);
    }

    private PatternNode sequence() {
        List<PatternNode> parts = new ArrayList<>();
        while (at < regex.length() && peek() != '|' && peek() != ')') {
            parts.add(repeated(atom()));
        }
        return new Sequence(parts);
    }

    private PatternNode repeated(PatternNode atom) {
        PatternNode node = atom;
        while (at < regex.length()) {
            if (takes('*')) {
                node = new Repeat(node, 0, NO_BOUND);
            } else if (takes('+')) {
                node = new Repeat(node, 1, NO_BOUND);
            } else if (takes('?')) {
                node = new Repeat(node, 0, 1);
            } else if (peek() == '{' && isBounds()) {
                node = bounds(node);
            } else {
                return node;
            }
            takes('?'); // as few as possible: where something is found is not asked
            if (at < regex.length() && peek() == '+') {
                throw new PatternException("possessive repetitions are not known");
            }
        }
        return node;
    }

    private boolean isBounds() {
        int i = at + 1;
        while (i < regex.length() && (Character.isDigit(regex.charAt(i)) || regex.charAt(i) == ',')) {
            i++;
        }
        return i > at + 1 && i < regex.length() && regex.charAt(i) == '}' && Character.isDigit(regex.charAt(at + 1));
    }

    private PatternNode bounds(PatternNode node) {
        int end = regex.indexOf('}', at);
        String[] bounds = regex.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int min = number(bounds[0]);
        int max = bounds.length == 1 ? min : bounds[1].isEmpty() ? NO_BOUND : number(bounds[1]);
        if (bounds.length > 2 || max != NO_BOUND && max < min) {
            throw new PatternException("its {} is no range");
        }
        return new Repeat(node, min, max);
    }

    private static int number(String digits) {
        int number = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (number > MAX_REPEAT) {
            throw new PatternException("it repeats something more than " + MAX_REPEAT + " times");
        }
        return number;
    }

    private PatternNode atom() {
        char c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new PatternClass(this).read();
            case '.' -> anyOf(new ByteSet().otherAscii());
            case '^' -> Edge.START;
            case '$' -> Edge.END;
            case '\\' -> escape();
            case '*', '+', '?' -> throw new PatternException("it repeats nothing");
            default -> literal(c);
        };
    }

    private PatternNode group() {
        if (++depth > MAX_DEPTH) {
            throw new PatternException("its groups are nested too deep");
        }
        if (takes('?')) {
            option();
        }
        PatternNode inner = choice();
        if (!takes(')')) {
            throw new PatternException("it has a ( without its )");
        }
        depth--;
        return inner;
    }

    /** What follows {@code (?}: a plain group, a name, or the flag that is on anyway. */
    private void option() {
        if (regex.startsWith("i)", at)) {
            at++;
        } else if (regex.startsWith("i:", at)) {
            at += 2;
        } else if (regex.startsWith("P<", at) || named()) {
            int end = regex.indexOf('>', at);
            at = end < 0 ? regex.length() : end + 1;
        } else if (!takes(':')) {
            throw new PatternException("it looks around or sets a flag, which is not known here");
        }
    }

    private boolean named() {
        return peekIs('<') && !regex.startsWith("<=", at) && !regex.startsWith("<!", at);
    }

    private PatternNode escape() {
        char c = next();
        ByteSet known = PatternClass.known(Character.toLowerCase(c));
        if (known != null) {
            return Character.isUpperCase(c) ? anyOf(known.otherAscii()) : new One(known);
        }
        return switch (c) {
            case 'b' -> Edge.WORD;
            case 'B' -> Edge.NO_WORD;
            case 'A' -> Edge.START;
            case 'z', 'Z' -> Edge.END;
            default -> literal(PatternClass.escaped(c));
        };
    }

    private PatternNode literal(char c) {
        if (c < 0x80) {
            return new One(ByteSet.of(c));
        }
        boolean pair = Character.isHighSurrogate(c) && at < regex.length();
        return bytes(pair ? "" + c + next() : String.valueOf(c));
    }

    /** A character beyond ASCII: its bytes one after the other. */
    static PatternNode bytes(String character) {
        List<PatternNode> parts = new ArrayList<>();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            parts.add(new One(ByteSet.of(b & 0xff, b & 0xff)));
        }
        return new Sequence(parts);
    }

    /** One of these bytes, or any character beyond ASCII. */
    static PatternNode anyOf(ByteSet ascii) {
        One more = new One(ByteSet.of(0x80, 0xbf));
        return new Choice(List.of(
                new One(ascii),
                new Sequence(List.of(new One(ByteSet.of(0xc2, 0xdf)), more)),
                new Sequence(List.of(new One(ByteSet.of(0xe0, 0xef)), more, more)),
                new Sequence(List.of(new One(ByteSet.of(0xf0, 0xf4)), more, more, more))));
    }

    char next() {
        if (at == regex.length()) {
            throw new PatternException("it ends too early");
        }
        return regex.charAt(at++);
    }

    private char peek() {
        return regex.charAt(at);
    }

    boolean peekIs(char c) {
        return at < regex.length() && peek() == c;
    }

    boolean takes(char c) {
        boolean there = peekIs(c);
        at += there ? 1 : 0;
        return there;
    }
}
