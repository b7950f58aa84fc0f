package io.troubleshooter.record;

import io.troubleshooter.record.StackTrace.Frame;
import io.troubleshooter.record.StackTrace.Thrown;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers exceptions and frames of one trace, in the order printed. */
final class TraceBuilder {

    private static final int MOST_FRAMES = 2_000;
    private static final int MOST_THROWN = 100;

    private static final class Open {
        private final RedactedText type;
        private final @Nullable RedactedText message;
        private final long line;
        private final List<Frame> frames = new ArrayList<>();

        Open(RedactedText type, @Nullable RedactedText message, long line) {
            this.type = type;
            this.message = message;
            this.line = line;
        }

        Thrown close(boolean reversed) {
            List<Frame> all = new ArrayList<>(frames);
            if (reversed) {
                Collections.reverse(all);
            }
            return new Thrown(type, message, List.copyOf(all), line);
        }
    }

    private final String language;
    private final LibraryFrames libraries = Formats.builtIn().libraries();
    private final List<Open> thrown = new ArrayList<>();
    private final List<Frame> waiting = new ArrayList<>();
    private int current = -1;
    private boolean ignoring;

    TraceBuilder(String language) {
        this.language = language;
    }

    /** An exception whose name and message begin at {@code from}: {@code x.YException: message}. */
    void thrown(TraceLine line, int from) {
        int name = from;
        while (name < line.end && (Ascii.isName(line.b[name]) || line.b[name] == '\\' || line.b[name] == ':')) {
            if (line.b[name] == ':' && (name + 1 >= line.end || line.b[name + 1] != ':')) {
                break;
            }
            name += line.b[name] == ':' ? 2 : 1;
        }
        int after = LevelInference.afterCode(line.b, name, line.end);
        boolean colon = after < line.end && line.b[after] == ':';
        int message = colon ? Ascii.skipBlanks(line.b, after + 1, line.end) : line.end;
        thrown(line, from, Math.min(name, line.end), message, line.end);
    }

    void thrown(TraceLine line, int from, int to, int messageFrom, int messageTo) {
        thrown(line.slice(from, to), messageFrom < messageTo ? line.slice(messageFrom, messageTo) : null, line.number);
    }

    void thrown(RedactedText type, @Nullable RedactedText message, long line) {
        ignoring = thrown.size() >= MOST_THROWN;
        if (!ignoring) {
            thrown.add(new Open(type, message, line));
            current = thrown.size() - 1;
        }
    }

    /** Frames that follow are of no interest until the next exception. */
    void ignoreFrames() {
        ignoring = true;
    }

    /** Frames that follow belong to the exception around the one at hand. */
    void outer() {
        current = Math.max(0, current - 1);
    }

    boolean hasThrown() {
        return !thrown.isEmpty();
    }

    void frame(TraceLine line, int from, int to, int fileFrom, int fileTo, int lineNumber) {
        boolean inApp = libraries.isInApp(language, line.b, from, to, fileFrom, fileTo);
        RedactedText file = fileFrom < fileTo ? line.slice(fileFrom, fileTo) : null;
        add(new Frame(line.slice(from, to), file, lineNumber, inApp));
    }

    /** A frame whose function and file stand on two lines. */
    void frame(TraceLine line, int from, int to, TraceLine place, int fileFrom, int fileTo, int lineNumber) {
        boolean inApp = libraries.isInApp(language, line.b, from, to, 0, 0)
                && libraries.isInApp(language, place.b, 0, 0, fileFrom, fileTo);
        add(new Frame(line.slice(from, to), place.slice(fileFrom, fileTo), lineNumber, inApp));
    }

    private void add(Frame frame) {
        if (ignoring) {
            return;
        }
        List<Frame> frames = thrown.isEmpty() ? waiting : thrown.get(current).frames;
        if (frames.size() < MOST_FRAMES) {
            frames.add(frame);
        }
    }

    /** Gives the frames that were printed before their exception to the one named last. */
    void adoptWaiting() {
        if (!thrown.isEmpty()) {
            thrown.get(current).frames.addAll(waiting);
            waiting.clear();
        }
    }

    /** A frame of the exception that is named behind it. */
    void await(TraceLine line, int from, int to, int fileFrom, int fileTo, int lineNumber) {
        boolean inApp = libraries.isInApp(language, line.b, from, to, fileFrom, fileTo);
        if (waiting.size() < MOST_FRAMES) {
            waiting.add(new Frame(line.slice(from, to), line.slice(fileFrom, fileTo), lineNumber, inApp));
        }
    }

    /**
     * @param causeFirst whether the deepest cause was printed first
     * @param callerFirst whether the innermost frame was printed last
     */
    @Nullable
    StackTrace build(boolean causeFirst, boolean callerFirst) {
        if (thrown.isEmpty()) {
            return null;
        }
        List<Thrown> chain = new ArrayList<>();
        for (Open open : thrown) {
            chain.add(open.close(callerFirst));
        }
        if (causeFirst) {
            Collections.reverse(chain);
        }
        return new StackTrace(language, List.copyOf(chain));
    }
}
