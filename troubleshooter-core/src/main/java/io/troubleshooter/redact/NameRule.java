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
        /** Only within a query string, where it is long enough. */
        QUERY,
        /** A scheme, which stays, then a credential. */
        AUTH,
        /** Pairs of names, which stay, and values. */
        COOKIE,
        /** The name of an account, unless it is a service's. */
        USER,
        /** {@code user:password}; the user stays. */
        PAIR,
        /** Nothing: the name only looks like a telling one. */
        NONE
    }
}
