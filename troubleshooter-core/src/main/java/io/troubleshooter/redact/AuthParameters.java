package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;

/** The parameters of Digest, AWS4, OAuth and like schemes: what identifies the request stays, what proves it goes. */
final class AuthParameters {

    private static final WordList PUBLIC = new WordList(java.util.List.of(
            "realm",
            "uri",
            "qop",
            "algorithm",
            "nc",
            "username",
            "signedheaders",
            "headers",
            "oauth_version",
            "oauth_signature_method",
            "oauth_timestamp",
            "ts",
            "charset",
            "stale",
            "domain",
            "created",
            "expires",
            "version",
            "keyid"));

    private AuthParameters() {}

    /** Adds the secret ones between the offsets; returns the offset after the last, or -1 where there is none. */
    static int add(Line line, int from, int to, String kind) {
        int added = -1;
        int k = from;
        while (k < to) {
            int name = k;
            while (k < to && ByteClass.isWord(line.b[k])) {
                k++;
            }
            if (k == name || line.at(k) != '=') {
                k++;
                continue;
            }
            int end = valueEnd(line, k + 1, to);
            if (!PUBLIC.has(line, name, k)) {
                addValue(line, name, k + 1, end, kind);
                added = end;
            }
            k = end;
        }
        return added;
    }

    private static void addValue(Line line, int name, int from, int end, String kind) {
        int start = from;
        while (start < end && (line.b[start] == '"' || line.b[start] == '\\' || line.b[start] == '\'')) {
            start++;
        }
        int stop = end;
        if (line.hasIgnoreCase(name, "credential")) {
            int slash = line.find("/", start, end);
            stop = slash < 0 ? end : slash;
        }
        while (stop > start && (line.b[stop - 1] == '"' || line.b[stop - 1] == '\\' || line.b[stop - 1] == '\'')) {
            stop--;
        }
        if (start < stop && line.b[start] != '<') {
            line.hits.add(start, stop, kind);
        }
    }

    private static int valueEnd(Line line, int from, int to) {
        int k = from;
        boolean quoted = line.at(k) == '"' || line.at(k) == '\\' && line.at(k + 1) == '"';
        k += quoted ? line.at(k) == '"' ? 1 : 2 : 0;
        while (k < to
                && line.b[k] != '"'
                && (quoted || line.b[k] != ',' && !isBlank(line.b[k]) && line.b[k] != '\'' && line.b[k] != ']')) {
            k++;
        }
        return quoted && k < to ? k + 1 : k;
    }
}
