package io.troubleshooter.langchain4j;

/** Passes an interruption on to whoever owns the thread. */
final class Interruptions {

    private Interruptions() {}

    static void keep(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
