package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isWord;

/** Names of people in the paths of their home folders. */
final class UserPaths {

    private static final WordList SERVICES = WordList.shipped("service-accounts");

    private UserPaths() {}

    /** Adds the user of each {@code /home/user} and {@code /Users/user} in the token. */
    static void find(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.b[k] == '/') {
                int name = line.has(k, "/home/") ? k + 6 : line.has(k, "/Users/") ? k + 7 : -1;
                if (name > 0) {
                    add(line, name, '/');
                }
            }
        }
    }

    /** Looks at the backslash at {@code i}: a home folder of Windows. */
    static int atBackslash(Line line, int i) {
        int k = i;
        while (line.at(k) == '\\') {
            k++;
        }
        if (!line.hasIgnoreCase(k, "users\\")) {
            return k;
        }
        k += 6;
        while (line.at(k) == '\\') {
            k++;
        }
        return add(line, k, '\\');
    }

    private static int add(Line line, int from, int separator) {
        int k = from;
        while (k < line.end && (isWord(line.b[k]) || line.b[k] == '.')) {
            k++;
        }
        while (k > from && line.b[k - 1] == '.') {
            k--;
        }
        boolean isName = k > from && (line.at(k) != '.' || true) && !SERVICES.has(line, from, k);
        if (!isName) {
            return -1;
        }
        line.hits.add(from, k, "user");
        return k;
    }
}
