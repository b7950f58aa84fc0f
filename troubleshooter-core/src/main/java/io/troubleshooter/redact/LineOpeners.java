package io.troubleshooter.redact;

/** Values that stand in the lines after their name. */
final class LineOpeners {

    private LineOpeners() {}

    /** Whether what is at {@code from} opens lines that hold the value; the line then says so. */
    static boolean opens(Line line, NameRule rule, int from) {
        if (line.end - from > 3) {
            return false;
        }
        Line.Opens opens = opener(line, from);
        if (opens == Line.Opens.NOTHING || !hasLines(rule)) {
            return false;
        }
        line.opens = opens;
        line.openRule = rule;
        return true;
    }

    private static boolean hasLines(NameRule rule) {
        return switch (rule.value()) {
            case SECRET, AUTH -> true;
            default -> false;
        };
    }

    private static Line.Opens opener(Line line, int from) {
        int mark = line.at(from);
        int rest = line.end - from;
        if (rest == 0) {
            return Line.Opens.SCALAR;
        }
        if (rest == 1 && mark == '[') {
            return Line.Opens.LIST;
        }
        boolean chomped = rest == 1
                || line.at(from + 1) == '-'
                || line.at(from + 1) == '+'
                || ByteClass.isDigit((byte) line.at(from + 1));
        return (mark == '|' || mark == '>') && chomped ? Line.Opens.BLOCK : Line.Opens.NOTHING;
    }
}
