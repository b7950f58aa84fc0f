package io.troubleshooter.http.problem;

import io.troubleshooter.error.TroubleshooterException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that ends in a problem. Neither detail nor pointers quote the request. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Duration STORE_MENDS = Duration.ofSeconds(10);

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

    /** What the library could not do, as callers are told: its own words may name sources and files. */
    public static ProblemException of(TroubleshooterException failed) {
        return switch (failed.code()) {
            case UNREADABLE_INPUT, UNUSABLE_INPUT -> advising(ProblemCode.UNUSABLE_EVIDENCE, failed);
            case INVALID_CONFIGURATION -> advising(ProblemCode.INVALID_VALUE, failed);
            case CONFLICT -> advising(ProblemCode.CONFLICT, failed);
            case STORE_UNAVAILABLE -> after(ProblemCode.STORE_UNAVAILABLE, STORE_MENDS);
            case REDACTION_FAILED, INTERNAL -> advising(ProblemCode.INTERNAL, failed);
        };
    }

    private static ProblemException advising(ProblemCode code, TroubleshooterException failed) {
        return of(code, code.title() + ". " + failed.advice());
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
