package io.troubleshooter.http.session;

/** Titles as users give them. */
final class Titles {

    /** A longer one is cut before it is redacted, so that a secret that is cut in two is still looked at whole. */
    private static final int MAX_READ = 2_000;

    private static final int MAX = 200;

    private Titles() {}

    /** In one line, at most so long that it can be redacted at once. */
    static String cut(String title) {
        String line = title.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_READ ? line : line.substring(0, MAX_READ);
    }

    /** A redacted title, at most so long that lists can show it. */
    static String shown(String redacted) {
        return redacted.codePointCount(0, redacted.length()) <= MAX
                ? redacted
                : redacted.substring(0, redacted.offsetByCodePoints(0, MAX)) + "...";
    }
}
