package io.troubleshooter.redact;

/**
 * A name that tells what its value is.
 *
 * @param name in lower case, letters and digits only
 * @param kind what its values are called
 * @param word whether the name must begin where a word begins: {@code db_pass} and {@code dbPass}, not {@code compass}
 * @param value how its value is written
 */
record NameRule(String name, String kind, boolean word, ValueForm value) {

    /** How the value of a telling name is written, and what of it is secret. */
    enum ValueForm {
        /** All of it, where it looks like a value at all. */
        SECRET,
        /** All of it, where it is long and mixed enough to be no word. */
        TOKEN,
        /** A short code of digits. */
        DIGITS,
        /** Only within a query string, where it is long enough. */
        QUERY,
        /** A scheme, which stays, then a credential. */
        AUTH,
        /** Pairs of names, which stay, and values. */
        COOKIE,
        /** The name of an account, unless it is a service's. */
        USER,
        /** What a telling name just before says: {@code "name":"DB_PASSWORD","value":"x"}. */
        NAMED,
        /** Nothing itself; it may give a telling name to the value that follows. */
        NAMING,
        /** The number of lines that follow and are secret. */
        LINES,
        /** The kind of a Kubernetes object. */
        KIND,
        /** The data of a Kubernetes object. */
        DATA,
        /** Nothing: the name only looks like a telling one. */
        NONE;

        /** The form of this name in a pack. Unlike {@code valueOf} it needs no reflection, which start-up would feel. */
        static ValueForm named(String name) {
            for (ValueForm form : values()) {
                if (form.name().equalsIgnoreCase(name)) {
                    return form;
                }
            }
            throw new IllegalArgumentException(name);
        }
    }

    /** Where the name begins that ends before {@code end}; -1 where it is another. */
    int start(Line line, int end) {
        int last = name.length() - 1;
        int k = end;
        for (int n = last; n >= 0; n--) {
            while (k > line.start && n < last && isSeparator(line.b[k - 1])) {
                k--;
            }
            if (k == line.start || ByteClass.lower(line.b[k - 1]) != name.charAt(n)) {
                return -1;
            }
            k--;
        }
        return word && !beginsWord(line, k) ? -1 : k;
    }

    private static boolean beginsWord(Line line, int k) {
        if (k == line.start) {
            return true;
        }
        byte before = line.b[k - 1];
        return !ByteClass.isLetter(before) || ByteClass.isLower(before) && ByteClass.isUpper(line.b[k]);
    }

    private static boolean isSeparator(byte b) {
        return b == '_' || b == '-' || b == '.' || b == ' ';
    }
}
