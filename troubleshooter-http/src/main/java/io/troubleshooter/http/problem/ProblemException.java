package io.troubleshooter.http.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that ends in a problem. Neither detail nor pointers quote the request. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<String> pointers;
    private final @Nullable Duration retryAfter;

    private ProblemException(ProblemCode code, String detail, List<String> pointers, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.pointers = List.copyOf(pointers);
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, code.title() + ".", List.of(), null);
    }

    /** @param detail one sentence on this case */
    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of(), null);
    }

    /** @param pointer JSON pointer, or {@code ?name} for a query parameter, {@code name:} for a header */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(ProblemCode.INVALID_VALUE, detail, List.of(pointer), null);
    }

    public static ProblemException after(ProblemCode code, Duration retryAfter) {
        return new ProblemException(code, code.title() + ".", List.of(), retryAfter);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? code.title() : message;
    }

    public List<String> pointers() {
        return pointers;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
