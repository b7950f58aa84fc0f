package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack trace of any language as a chain of exceptions, outermost first; the last is the deepest cause.
 *
 * @param language {@code java}, {@code python}, {@code node}, {@code go}, {@code dotnet}, {@code ruby}, {@code rust},
 *     {@code php}
 * @param chain the exceptions, outermost first; never empty
 */
public record StackTrace(String language, List<Thrown> chain) {

    /** The exception at the end of the causes: what happened first. */
    public Thrown deepest() {
        return chain.get(chain.size() - 1);
    }

    /**
     * One exception of the chain.
     *
     * @param type class or type name; empty where the language has none
     * @param message null where none was printed
     * @param frames innermost first
     * @param line physical line on which it is named
     */
    public record Thrown(RedactedText type, @Nullable RedactedText message, List<Frame> frames, long line) {}

    /**
     * One frame.
     *
     * @param function module or class with function, as printed
     * @param file file name where known
     * @param lineNumber line in that file, 0 where not known
     * @param inApp whether it is the user's own code and no library or runtime
     */
    public record Frame(RedactedText function, @Nullable RedactedText file, int lineNumber, boolean inApp) {}
}
