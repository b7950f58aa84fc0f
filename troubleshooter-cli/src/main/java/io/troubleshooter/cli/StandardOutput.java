package io.troubleshooter.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output, which tells a reader that has gone away from a disk that is full. */
final class StandardOutput extends OutputStream {

    private final BufferedOutputStream out;
    private final Guard guard;

    StandardOutput(OutputStream out, int buffer) {
        this.guard = new Guard(out);
        this.out = new BufferedOutputStream(guard, buffer);
    }

    /** Nobody reads on, as with {@code tst ... | head}: no failure. */
    static final class Closed extends IOException {
        private static final long serialVersionUID = 1L;

        Closed(IOException cause) {
            super("standard output was closed", cause);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private static final class Guard extends OutputStream {

        private final OutputStream target;

        private Guard(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                target.write(bytes, from, length);
            } catch (IOException failure) {
                throw isFull(failure) ? failure : new Closed(failure);
            }
        }

        private static boolean isFull(IOException failure) {
            String message = String.valueOf(failure.getMessage());
            return message.contains("space left") || message.contains("quota") || message.contains("Input/output");
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
