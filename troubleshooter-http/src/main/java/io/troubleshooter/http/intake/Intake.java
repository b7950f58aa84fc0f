package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.logs.Leaving;
import io.troubleshooter.http.logs.LogGroups;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.input.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Requests as evidence. Everything is read as a stream, under limits, and only once. Thread-safe. */
public final class Intake {

    /** Forms and pages that are in memory whole at one time. */
    private static final long ROOM = 64L << 20;

    /** A tree of a page takes some thirty times its size. */
    private static final int PAGE_BYTES = 2 << 20;

    private final Limits limits;
    private final Room room = new Room(ROOM);
    private final LargeBodies large;
    private final JsonIntake json;
    private final LogsIntake logs;

    /**
     * @param pages fetches evidence by URL
     * @param logs what may be read of CloudWatch
     * @param leaving tells when nobody waits for logs any more
     */
    public Intake(Limits limits, LargeBodies large, PageFetcher pages, LogGroups logs, Leaving leaving, Clock clock) {
        this.limits = limits;
        this.large = large;
        this.json = new JsonIntake(room, pages, clock);
        this.logs = new LogsIntake(room, logs, leaving);
    }

    /**
     * How much may come.
     *
     * @param sent bytes of the body
     * @param unpacked bytes that come out of it, or of one file in it
     */
    private record Most(long sent, long unpacked) {}

    /**
     * Evidence of a session, in any of its forms.
     *
     * @throws ProblemException if the body is too large, damaged, or of a kind that is not read
     */
    public Brought evidence(Exchange exchange) {
        Most most = new Most(limits.body().count(), limits.unpacked().count());
        return brought(exchange, most, form -> logs.open(form, exchange));
    }

    /** A paste, in the same forms. */
    public Brought paste(Exchange exchange) {
        Most most = new Most(limits.paste().count(), limits.paste().count());
        return brought(exchange, most, LogsIntake::refuse);
    }

    /** A paste that is text whatever it looks like. */
    public Brought plainPaste(Exchange exchange) {
        Most most = new Most(limits.paste().count(), limits.paste().count());
        text(type(exchange, most));
        return plain(exchange, most);
    }

    private Brought brought(Exchange exchange, Most most, Function<JsonNode, Brought> fetching) {
        BodyType type = type(exchange, most);
        if (type.isMultipart()) {
            return files(exchange, type, most);
        }
        text(type);
        return type.isJson() ? json(exchange, most, fetching) : plain(exchange, most);
    }

    private Brought json(Exchange exchange, Most most, Function<JsonNode, Brought> fetching) {
        LargeBodies.Turn turn = turn(exchange);
        try {
            InputStream body = body(exchange, UnaryOperator.identity(), most, turn);
            return turn.over(json.open(body, limits.paste().asInt(), exchange.query("name"), fetching));
        } catch (RuntimeException refused) {
            turn.close();
            throw refused;
        }
    }

    private Brought files(Exchange exchange, BodyType type, Most most) {
        LargeBodies.Turn turn = turn(exchange);
        MultipartBody files = new MultipartBody(type, most.unpacked, turn);
        return turn.over((sharing, sink) -> files.giveTo(body(exchange, sharing, most, turn), sink));
    }

    private Brought plain(Exchange exchange, Most most) {
        LargeBodies.Turn turn = turn(exchange);
        String name = SourceName.of(exchange.query("name"), "paste");
        return turn.over((sharing, sink) -> sink.accept(LogSource.of(body(exchange, sharing, most, turn), name)));
    }

    private LargeBodies.Turn turn(Exchange exchange) {
        return large.turn(exchange.context().req().getContentLengthLong());
    }

    private static BodyType type(Exchange exchange, Most most) {
        if (exchange.context().req().getContentLengthLong() > most.sent) {
            throw Refusals.tooLarge(most.sent);
        }
        String encoding = exchange.context().header("Content-Encoding");
        if (encoding != null && !encoding.toLowerCase(Locale.ROOT).matches("gzip|x-gzip|identity")) {
            throw Refusals.unsupported("Of compressed bodies, gzip is read.");
        }
        return BodyType.of(exchange.context().header("Content-Type"));
    }

    private static void text(BodyType type) {
        if (!type.isText()) {
            throw ProblemException.of(ProblemCode.UNSUPPORTED_TYPE);
        }
        type.requireReadableCharset();
    }

    /** How evidence is read; what is more than a request may bring has been refused before. */
    public static InputLimits inputLimits(Limits limits) {
        long most = Math.max(limits.upload().count(), limits.unpacked().count());
        return new InputLimits(limits.line().asInt(), most, InputLimits.DEFAULT.partBytes(), PAGE_BYTES);
    }

    private static InputStream body(
            Exchange exchange, UnaryOperator<InputStream> sharing, Most most, LargeBodies.Turn turn) {
        InputStream network = sharing.apply(turn.network(exchange.body()));
        InputStream sent = new LimitedStream(network, most.sent, () -> Refusals.tooLarge(most.sent));
        return notEmpty(turn.text(Unpacking.open(sent, most.unpacked)));
    }

    private static InputStream notEmpty(InputStream text) {
        PushbackInputStream head = new PushbackInputStream(text, 1);
        try {
            int first = head.read();
            if (first < 0) {
                throw ProblemException.of(ProblemCode.MISSING_BODY);
            }
            head.unread(first);
            return head;
        } catch (IOException broken) {
            throw Refusals.damaged("What is compressed with gzip is damaged at its beginning.");
        }
    }
}
