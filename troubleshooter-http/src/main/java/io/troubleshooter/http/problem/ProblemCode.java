package io.troubleshooter.http.problem;

import java.util.Locale;

/** The kinds of problems. A name, once used, stays: programs rely on it. */
public enum ProblemCode {
    BAD_REQUEST(400, "The request is not understood", "Compare it with /openapi.json."),
    MISSING_BODY(400, "There is no evidence in the request", "Send the log text as the body."),
    MALFORMED_BODY(400, "The body is damaged", "Send it again; a body has to be what its type says."),
    KEY_REQUIRED(401, "Nobody is logged in", "Send a key: Authorization: Bearer KEY."),
    KEY_REFUSED(401, "The key or token is not valid", "Ask an administrator for a new one."),
    FORBIDDEN(403, "This needs more rights", "Ask an administrator, or the owner of the session."),
    CSRF(403, "The request does not come from the page", "Send the X-CSRF-Token that the login gave."),
    NOT_FOUND(404, "There is no such thing here", "Look at /openapi.json for what there is."),
    SESSION_NOT_FOUND(
            404, "There is no such session", "It may have been deleted, or its time is over; see GET /v1/sessions."),
    METHOD_NOT_ALLOWED(405, "This cannot be done here", "See the Allow header."),
    NOT_ACCEPTABLE(406, "This cannot be given in the form asked for", "Ask for application/json."),
    ANSWER_TOO_LARGE(
            406, "The answer is larger than can be given here", "Ask for a part of it: see ?limit and ?after."),
    TOO_SLOW(408, "The request came too slowly", "Repeat it on a better line, or send less."),
    CONFLICT(409, "Something else was faster", "Read it again, then repeat."),
    IN_PROGRESS(409, "A request of this key is still in work", "Wait, then repeat it unchanged."),
    SESSION_FULL(409, "The session holds as many of these as it may", "Delete some, or begin another session."),
    NOT_UPLOADED(409, "Nothing was uploaded yet", "PUT it to the address under direct first, or to the slot itself."),
    REPLAYED(409, "This message was received before", "Sign each message anew, with the time of its sending."),
    GONE(410, "This was used or has expired", "Ask for a new one."),
    BODY_TOO_LARGE(413, "The body is too large", "Send a smaller part, or use an upload."),
    UNSUPPORTED_TYPE(415, "This type is not read", "Send text, JSON, multipart/form-data or gzip."),
    UNUSABLE_EVIDENCE(422, "This is no text that can be read", "Send text: logs, stack traces, error output."),
    KEY_REUSED(422, "The Idempotency-Key was used for another request", "Use a new key for a new request."),
    INVALID_VALUE(422, "A value cannot be what it is", "Correct the fields that are named."),
    FETCH_REFUSED(422, "The address may not be fetched", "Paste the text, or upload the file."),
    TOO_MANY_ATTEMPTS(429, "Too many wrong keys", "Wait as Retry-After says."),
    RATE_LIMITED(429, "Too many requests", "Wait as Retry-After says."),
    BUDGET_EXCEEDED(429, "The budget of the day is used up", "Ask without a model, or wait for the reset."),
    TOO_MANY_QUESTIONS(429, "Too many questions wait", "Wait for an answer, or cancel a question."),
    TOO_MANY_STREAMS(429, "Too many streams are open", "Close some, or poll the question."),
    TOO_MANY_SESSIONS(429, "Too many sessions", "Delete some."),
    HEADERS_TOO_LARGE(431, "The address or the headers are too long", "Send evidence in the body."),
    INTERNAL(500, "The service failed", "Repeat it; if it stays, report the request id."),
    FETCH_FAILED(502, "The address did not give a page", "Paste the text, or upload the file."),
    LOGS_UNAVAILABLE(
            502, "CloudWatch Logs did not give what was asked for", "Repeat it in a minute, or paste the text."),
    BUSY(503, "Too much is waiting", "Wait as Retry-After says."),
    STORE_UNAVAILABLE(503, "What was sent could not be stored", "Repeat it later; nothing was kept."),
    IDENTITY_UNAVAILABLE(
            503, "The identity provider does not answer", "Repeat it in a moment, or use a key instead of a token."),
    OUT_OF_TIME(
            504, "The answer takes longer than a request may", "Ask in a session, which answers at once; then poll."),
    STOPPING(503, "The service is stopping", "Repeat it in a moment.");

    private final int status;
    private final String title;
    private final String advice;

    ProblemCode(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String advice() {
        return advice;
    }

    /** As programs see it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return status == 429 || status >= 500 || this == IN_PROGRESS;
    }
}
