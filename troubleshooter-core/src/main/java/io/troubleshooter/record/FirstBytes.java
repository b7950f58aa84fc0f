package io.troubleshooter.record;

/** Marks the bytes with which the steps can begin. */
final class FirstBytes {

    private FirstBytes() {}

    /** Any byte; the step is never empty. */
    static boolean all(boolean[] bytes) {
        java.util.Arrays.fill(bytes, true);
        return false;
    }

    static boolean digits(boolean[] bytes) {
        for (int c = '0'; c <= '9'; c++) {
            bytes[c] = true;
        }
        return false;
    }

    static boolean letters(boolean[] bytes) {
        for (int c = 'A'; c <= 'Z'; c++) {
            bytes[c] = true;
            bytes[c + 32] = true;
        }
        return false;
    }
}
