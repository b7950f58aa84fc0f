package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;

/** The value of an authorization header: the scheme stays, the credential goes. */
final class AuthValues {

    private static final String[] WITH_PARAMETERS = {
        "digest ", "aws4-", "oauth ", "hawk ", "signature ", "token token=", "mac ", "eg1-", "akamai"
    };

    /** Headers are no longer than this; servers refuse them. */
    private static final int MAX = 16384;

    private AuthValues() {}

    /** Adds what follows the scheme; returns the offset after it, or -1. */
    static int add(Line line, NameRule rule, Value value, ExemptValues exempt) {
        if (hasParameters(line, value.start())) {
            return AuthParameters.add(line, value.start(), parametersEnd(line, value), rule.kind());
        }
        int end = value.open() == 0 ? Math.min(headerEnd(line, value.start()), line.end) : value.end();
        int word = value.start();
        while (word < end && ByteClass.isWord(line.b[word])) {
            word++;
        }
        int credential = line.skipBlanks(word);
        boolean hasScheme = credential > word && credential < end && !Looks.isTokenLike(line, value.start(), word, 16);
        int from = hasScheme ? credential : value.start();
        int to = value.open() == 0 ? Math.min(end, runEnd(line, from)) : end;
        if (from >= to
                || isNothing(line, from, to, exempt)
                || !hasScheme && exempt.isStatus(line, value.start(), word)) {
            return -1;
        }
        line.hits.add(from, to, rule.kind());
        return to;
    }

    private static boolean isNothing(Line line, int from, int end, ExemptValues exempt) {
        int to = Math.max(from, Math.min(end, runEnd(line, from)));
        return line.b[from] == '<'
                || exempt.isStatus(line, from, to)
                || to > from && ExemptValues.isReference(line, from, to)
                || ExemptValues.isMask(line, from, end);
    }

    /** Schemes whose credential is a list of parameters, with commas and quotes in it. */
    private static boolean hasParameters(Line line, int from) {
        for (String scheme : WITH_PARAMETERS) {
            if (line.hasIgnoreCase(from, scheme)) {
                return true;
            }
        }
        return false;
    }

    private static int parametersEnd(Line line, Value value) {
        // Unescaped quotes inside a quoted header cut the value short; go on to the end of the line then.
        return value.open() == '"' && line.at(value.end() + 1) == ','
                ? value.end()
                : Math.min(line.end, value.start() + MAX);
    }

    private static int runEnd(Line line, int from) {
        int k = from;
        while (k < line.end && !isBlank(line.b[k]) && !endsRun(line, k)) {
            k++;
        }
        return k;
    }

    private static boolean endsRun(Line line, int k) {
        return switch (line.b[k]) {
            case '"', '\'', '`', ']', '}', ')', ';', '<', '\\' -> true;
            case ',' -> !ByteClass.isAlnum((byte) line.at(k + 1));
            default -> false;
        };
    }

    private static int headerEnd(Line line, int from) {
        int k = from;
        int bound = Math.min(line.end, from + MAX);
        while (k < bound && line.b[k] != '"' && line.b[k] != '\'' && line.b[k] != ']' && line.b[k] != '\\') {
            k++;
        }
        return k;
    }
}
