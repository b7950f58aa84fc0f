package io.troubleshooter.prompt;

import java.util.random.RandomGenerator;

/** A mark that nobody who wrote the evidence could know: it delimits evidence within one request. */
public final class Nonce {

    private final String value;

    private Nonce(String value) {
        this.value = value;
    }

    /** The next one, 16 hex digits; give a secure generator where answers are served. */
    public static Nonce next(RandomGenerator random) {
        return new Nonce(String.format("%016x", random.nextLong()));
    }

    public String value() {
        return value;
    }
}
