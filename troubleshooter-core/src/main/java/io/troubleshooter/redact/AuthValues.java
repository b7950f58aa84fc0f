package io.troubleshooter.redact;

/** The value of an authorization header: the scheme stays, the credential goes. */
final class AuthValues {

    /** Adds what follows the scheme, up to the end of the header. */
    void add(Line line, NameRule rule, Value value) {
        int end = value.isQuoted() ? value.end() : headerEnd(line, value.start());
        int from = value.start();
        int word = from;
        while (word < end && ByteClass.isWord(line.b[word])) {
            word++;
        }
        int credential = line.skipBlanks(word);
        boolean hasScheme = credential > word && credential < end;
        line.hits.add(hasScheme ? credential : from, end, rule.kind());
    }

    private static int headerEnd(Line line, int from) {
        int k = from;
        while (k < line.end && line.b[k] != '"' && line.b[k] != '\'' && line.b[k] != ']') {
            k++;
        }
        return k;
    }
}
