package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isBase64;

import org.jspecify.annotations.Nullable;

/** Long tokens without a prefix: told by a vendor's name before them, a marker within, or by being random. */
final class RandomTokens {

    private static final int MIN_RANDOM = 20;
    private static final String[] PUBLIC = {
        "sha256",
        "sha512",
        "sha384",
        "sha1",
        "md5",
        "digest",
        "etag",
        "fingerprint",
        "integrity",
        "checksum",
        "request-id",
        "request id",
        "requestid",
        "trace",
        "amz-id-2",
        "hostid",
        "correlation",
        "publickey",
        "public key",
        "ssh-rsa",
        "ssh-ed25519",
        "ecdsa",
        "cert",
        "nonce",
    };
    private static final String[] AZURE_MARKS = {"AzCa", "ACDb", "+ASt", "AIoT", "APIM", "JQQJ9", "ARmK", "AzSe", "AzFu"
    };

    private final Contexts contexts = Contexts.shipped();

    /** Adds the secret in the token, if it is one; returns the offset to go on from. */
    int find(Line line, int from, int to, int seen) {
        if (line.isPublic || isNodeId(line, from, to) || to - from == 43 && line.has(from - 3, "h1:")) {
            return to;
        }
        int start = from;
        int end = to;
        if (!isAlnum(line.b[end - 1]) && line.b[end - 1] != '/' && line.b[end - 1] != '+') {
            end--;
        }
        String kind = kind(line, start, end, seen);
        if (kind == null) {
            return to;
        }
        int padded = end;
        while (padded < line.end && padded < end + 2 && line.b[padded] == '=') {
            padded++;
        }
        line.hits.add(start, Math.max(padded, end), kind);
        return Math.max(to, padded);
    }

    /** {@code [id][node]} and {@code {node}{id}{...}}: what Elasticsearch calls its nodes and indices. */
    private static boolean isNodeId(Line line, int from, int to) {
        int open = line.at(from - 1);
        int close = line.at(to);
        int next = line.at(to + 1);
        return to - from == 22
                && (open == '[' && close == ']' && (next == '[' || line.at(from - 2) == '/')
                        || open == '{' && close == '}' && (next == '{' || line.at(from - 2) == '}'));
    }

    private @Nullable String kind(Line line, int from, int to, int seen) {
        int length = to - from;
        if ((seen & ByteClass.DIGIT) == 0 || length < MIN_RANDOM) {
            return null;
        }
        if (isAmbiguous(line, from, to)) {
            return contexts.vendor(line, from);
        }
        if (isKeyLine(line, from, to, seen)) {
            return "private-key";
        }
        String marked = marked(line, from, to);
        if (marked != null) {
            return marked;
        }
        boolean mixed = (seen & ByteClass.LETTER) == ByteClass.LETTER
                && (seen & ByteClass.DOT) == 0
                && isBase64Run(line, from, to)
                && Looks.isRandom(line, from, to);
        if (mixed && !isPathLike(line, from, to, seen)) {
            String vendor = contexts.vendor(line, from);
            return vendor != null ? vendor : isPublic(line, from) ? null : "high-entropy";
        }
        return (seen & (ByteClass.SLASH | ByteClass.DOT)) == 0 && isKeyLike(line, from, to)
                ? contexts.vendor(line, from)
                : null;
    }

    /** No id such as {@code job_1445144423722_0020}: more letters than a word in front. */
    private static boolean isKeyLike(Line line, int from, int to) {
        int digits = 0;
        int changes = 0;
        for (int k = from + 1; k < to; k++) {
            boolean digit = ByteClass.isDigit(line.b[k]);
            digits += digit ? 1 : 0;
            changes += digit != ByteClass.isDigit(line.b[k - 1]) ? 1 : 0;
        }
        return changes >= 4 && digits * 3 < (to - from) * 2;
    }

    /** A UUID, or hex of the length of a digest: the shape alone says nothing. */
    private static boolean isAmbiguous(Line line, int from, int to) {
        return Looks.isUuid(line, from, to) || Looks.isHex(line, from, to);
    }

    /** A line of base64 and nothing else, as long as encoders make them. */
    private static boolean isKeyLine(Line line, int from, int to, int seen) {
        int length = to - from;
        return (length == 64 || length == 70 || length == 76)
                && (seen & ByteClass.LETTER) == ByteClass.LETTER
                && MultiLine.content(line) == from
                && to == line.end
                && isBase64Run(line, from, to);
    }

    private static @Nullable String marked(Line line, int from, int to) {
        int length = to - from;
        if (length >= 76 && length <= 88 && isBase64Run(line, from, to)) {
            for (String mark : AZURE_MARKS) {
                if (line.find(mark, from, to) >= 0) {
                    return "azure-key";
                }
            }
        }
        if (length == 86 && line.has(to, "==") && !isPublic(line, from)) {
            return "azure-key";
        }
        if (length >= 60 && line.find(".atlasv1.", from, to) == from + 14) {
            return "terraform-token";
        }
        if (isBot(line, from, to)) {
            return "discord-token";
        }
        if (length >= 36 && length <= 37 && line.has(from + 32, "-us") && Looks.isHex(line, from, from + 32)) {
            return "mailchimp-key";
        }
        if (length >= 34 && length <= 42 && line.find("Q~", from, from + 8) >= 0) {
            return "azure-client-secret";
        }
        return length == 40 && line.has(to - 4, "NRAL") ? "newrelic-key" : null;
    }

    /** The base64 of a number, then 6, then 27 to 40 characters. */
    private static boolean isBot(Line line, int from, int to) {
        byte first = line.b[from];
        int dot = line.find(".", from, from + 30);
        return (first == 'M' || first == 'N' || first == 'O')
                && dot - from >= 23
                && line.at(dot + 7) == '.'
                && to - dot >= 34
                && to - dot <= 48;
    }

    private static boolean isBase64Run(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (!isBase64(line.b[k])) {
                return false;
            }
        }
        return true;
    }

    /** Names between slashes: segments long and few in a path, short and many in base64. */
    private static boolean isPathLike(Line line, int from, int to, int seen) {
        if ((seen & ByteClass.SLASH) == 0) {
            return false;
        }
        return line.b[from] == '/' || to - from < 30 || line.at(from - 1) == ':' || line.find("//", from, to) >= 0;
    }

    private static boolean isPublic(Line line, int from) {
        int start = Math.max(line.start, from - 24);
        for (int k = start; k < from; k++) {
            for (String word : PUBLIC) {
                if (line.hasIgnoreCase(k, word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
