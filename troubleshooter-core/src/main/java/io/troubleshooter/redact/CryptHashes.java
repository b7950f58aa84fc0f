package io.troubleshooter.redact;

/** Hashes of passwords as crypt(3), bcrypt, argon2 and LDAP write them. */
final class CryptHashes {

    private static final String[] MARKS = {
        "$1$",
        "$5$",
        "$6$",
        "$y$",
        "$7$",
        "$2a$",
        "$2b$",
        "$2y$",
        "$2x$",
        "$argon2id$",
        "$argon2i$",
        "$argon2d$",
        "$pbkdf2",
        "$scrypt$",
        "$apr1$",
        "$bcrypt",
        "{SSHA}",
        "{SHA}",
        "{SSHA256}",
        "{SSHA512}",
        "{MD5}",
        "{SMD5}",
        "{CRYPT}",
    };

    private CryptHashes() {}

    /** Adds the hash that begins at {@code i}; returns the offset after it, or -1. */
    static int at(Line line, int i) {
        int next = line.at(i + 1);
        if (line.b[i] == '{' ? !ByteClass.isUpper((byte) next) : !ByteClass.isAlnum((byte) next)) {
            return -1;
        }
        for (String mark : MARKS) {
            if (line.has(i, mark)) {
                int end = end(line, i);
                if (end - i >= mark.length() + 20) {
                    line.hits.add(i, end, "password-hash");
                    return end;
                }
            }
        }
        return -1;
    }

    private static int end(Line line, int from) {
        int k = from;
        while (k < line.end && (ByteClass.isBase64(line.b[k]) || "$.=,{}".indexOf(line.b[k]) >= 0)) {
            k++;
        }
        while (line.b[k - 1] == ',' || line.b[k - 1] == '.' || line.b[k - 1] == '}') {
            k--;
        }
        return k;
    }
}
