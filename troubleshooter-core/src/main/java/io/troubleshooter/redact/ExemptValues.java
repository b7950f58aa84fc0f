package io.troubleshooter.redact;

/** Values that are none: placeholders, references, constants. */
final class ExemptValues {

    private static final String[] CONSTANTS = {
        "true", "false", "null", "none", "nil", "undefined", "yes", "no", "redacted", "[redacted]", "hidden", "masked",
    };

    private ExemptValues() {}

    static boolean isExempt(Line line, int from, int to, NameRule rule) {
        byte first = line.b[from];
        if (first == '<' || first == '$' || first == '%' && to - from < 4 || first == '{') {
            return true;
        }
        return isMask(line, from, to) || isConstant(line, from, to);
    }

    private static boolean isMask(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            byte b = line.b[k];
            if (b != '*' && b != 'x' && b != 'X' && b != '.' && b != '-' && b != '#') {
                return false;
            }
        }
        return true;
    }

    private static boolean isConstant(Line line, int from, int to) {
        for (String constant : CONSTANTS) {
            if (constant.length() == to - from && line.hasIgnoreCase(from, constant)) {
                return true;
            }
        }
        return false;
    }
}
