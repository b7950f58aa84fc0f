package io.troubleshooter.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.InputStream;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A request and its answer, with what was found out about the caller. */
public final class Exchange {

    private final Context context;
    private final Caller caller;
    private final String requestId;
    private final InputStream body;

    public Exchange(Context context, Caller caller, String requestId) {
        this(context, caller, requestId, context.bodyInputStream());
    }

    /** @param body as handlers are to read it */
    public Exchange(Context context, Caller caller, String requestId, InputStream body) {
        this.context = context;
        this.caller = caller;
        this.requestId = requestId;
        this.body = new BodyStream(body);
    }

    /** For what has no name here: streams of answers, headers, async. Bodies are read by {@link #body} or {@link #json}. */
    public Context context() {
        return context;
    }

    public Caller caller() {
        return caller;
    }

    public String requestId() {
        return requestId;
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    /** The session in the path, or in {@code X-Session-ID}, or the one that a link opens. */
    public String session() {
        String id = context.pathParamMap().get("session");
        String named = id != null ? id : context.header("X-Session-ID");
        String given = named != null ? named : caller.session();
        if (given == null || given.isBlank()) {
            throw ProblemException.invalid("X-Session-ID:", "Name the session in the path or in X-Session-ID.");
        }
        return given;
    }

    public @Nullable String query(String name) {
        return context.queryParam(name);
    }

    public String query(String name, String otherwise) {
        String value = context.queryParam(name);
        return value == null ? otherwise : value;
    }

    /** A whole number in a query parameter. */
    public long number(String name, long otherwise, long min, long max) {
        String value = context.queryParam(name);
        return value == null ? otherwise : within(name, value, Long::parseLong, min, max);
    }

    private static long within(String name, String value, ToLongFunction<String> parse, long min, long max) {
        try {
            long number = parse.applyAsLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        throw ProblemException.invalid("?" + name, name + " has to be a whole number from " + min + " to " + max + ".");
    }

    public boolean flag(String name) {
        String value = context.queryParam(name);
        return value != null && !value.equals("false");
    }

    /** The body as it comes in; not bounded in size. What breaks it off is a {@link ProblemException}. */
    public InputStream body() {
        return body;
    }

    /** The body as a JSON object, at most 64 KiB of it. */
    public JsonNode json() {
        return JsonBody.read(body);
    }

    public void answer(int status, JsonNode json) {
        context.status(status).contentType("application/json").result(json.toString());
    }

    public void answer(JsonNode json) {
        answer(200, json);
    }

    /** As {@code answer}, for text of another type. */
    public void answer(String contentType, String text) {
        context.status(200).contentType(contentType).result(text);
    }

    public void created(String location, JsonNode json) {
        context.header("Location", location);
        answer(201, json);
    }

    public void nothing() {
        context.status(204);
    }

    public ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
