package io.troubleshooter.frame;

import io.troubleshooter.record.StackTrace;
import io.troubleshooter.record.StackTrace.Frame;
import io.troubleshooter.record.StackTrace.Thrown;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The identity of a stack trace: exception types and functions, without messages, line numbers and the numbers that
 * compilers put into generated names. Frames of the user's own code count alone where there are any, so that a library
 * upgrade does not make a new group. 64-bit FNV-1a (Fowler, Noll, Vo); the {@code v1:} names this definition.
 */
final class TraceFingerprint {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FRAMES = 12;

    private TraceFingerprint() {}

    static String of(StackTrace trace) {
        long hash = BASIS;
        for (Thrown thrown : trace.chain()) {
            hash = add(hash, thrown.type().toString());
            hash = frames(hash, thrown.frames());
        }
        return String.format("v1:%016x", hash);
    }

    private static long frames(long hash, List<Frame> frames) {
        boolean own = frames.stream().anyMatch(Frame::inApp);
        String previous = "";
        int used = 0;
        for (Frame frame : frames) {
            String function = stable(frame.function().toString());
            // A recursion counts once, however deep it went.
            if ((frame.inApp() || !own) && !function.equals(previous) && used++ < FRAMES) {
                hash = add(hash, function);
                previous = function;
            }
        }
        return hash;
    }

    /** A generated name without its running number: {@code lambda$run$12}, {@code Foo$$Lambda$31/0x1f}. */
    private static String stable(String function) {
        StringBuilder out = new StringBuilder(function.length());
        boolean generated = function.indexOf('$') >= 0 || function.contains("Generated");
        for (int i = 0; i < function.length(); i++) {
            char c = function.charAt(i);
            if (!generated || c < '0' || c > '9') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static long add(long hash, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return (hash ^ '\n') * PRIME;
    }
}
