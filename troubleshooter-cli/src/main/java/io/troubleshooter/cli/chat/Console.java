package io.troubleshooter.cli.chat;

/** The terminal, as far as a chat needs it. */
interface Console extends AutoCloseable {

    /**
     * Waits for a line.
     *
     * @param initial what stands in it already
     */
    Read read(String prompt, String initial);

    /** Where everything is printed. */
    Ink ink();

    /** A question to come back to with the arrow keys. */
    void remember(String question);

    /** Until it is closed, nothing typed is shown, and Ctrl-C does {@code onInterrupt}. */
    Busy busy(Runnable onInterrupt);

    /** Runs a program that takes over the terminal, such as an editor; returns its exit code. */
    int run(ProcessBuilder program) throws java.io.IOException;

    void clear();

    /** Gives the terminal back as it was. */
    @Override
    void close();

    /** The time in which an answer is made. */
    interface Busy extends AutoCloseable {

        /** Says what is being done, on the last line; gone with the next thing printed. */
        void status(String what);

        @Override
        void close();
    }
}
