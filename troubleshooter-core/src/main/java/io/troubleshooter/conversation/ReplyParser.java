package io.troubleshooter.conversation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object piece by piece and gives its members, and the elements of its arrays, as soon as they are complete.
 * Malformed, too deep or too long input ends it; what was complete before stays. Not thread-safe.
 */
final class ReplyParser {

    private static final int MAX_CHARS = 200_000;
    private static final JsonMapper MAPPER = mapper();

    /** Receives what is complete. */
    interface Sink {

        /** A member that is no array. */
        void member(String name, JsonNode value);

        /** The next element of the array that is member {@code name}. */
        void element(String name, JsonNode value);
    }

    private final Sink sink;
    private final JsonParser parser;
    private String half = "";
    private boolean begun;
    private boolean broken;
    private int chars;
    private int depth;
    private String member = "";
    private boolean inArray;
    private @Nullable TokenBuffer value;
    private int valueDepth;

    ReplyParser(Sink sink) {
        this.sink = sink;
        try {
            this.parser = MAPPER.getFactory().createNonBlockingByteArrayParser();
        } catch (IOException impossible) {
            throw new IllegalStateException("no parser", impossible);
        }
    }

    /** Takes in the next piece; whether everything so far could be read. */
    boolean feed(String piece) {
        String json = whole(begun ? piece : fromBrace(piece));
        chars += json.length();
        if (broken || json.isEmpty() || ended()) {
            return !broken;
        }
        try {
            read(json);
        } catch (IOException | IllegalStateException malformed) {
            broken = true;
        }
        broken |= chars > MAX_CHARS;
        return !broken;
    }

    /** Whether the object came to its end. */
    boolean ended() {
        return begun && depth == 0;
    }

    /** A character may be cut in two between pieces: its first half waits for the second. */
    private String whole(String piece) {
        String joined = half + piece;
        boolean cut = !joined.isEmpty() && Character.isHighSurrogate(joined.charAt(joined.length() - 1));
        half = cut ? joined.substring(joined.length() - 1) : "";
        return cut ? joined.substring(0, joined.length() - 1) : joined;
    }

    /** Words or a code fence in front of the object do not matter. */
    private String fromBrace(String piece) {
        int brace = piece.indexOf('{');
        return brace < 0 ? "" : piece.substring(brace);
    }

    private void read(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, 0, bytes.length);
        do {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.NOT_AVAILABLE) {
                return;
            }
            take(token);
        } while (depth > 0);
    }

    private void take(JsonToken token) throws IOException {
        if (value != null) {
            value.copyCurrentEvent(parser);
            depth += change(token);
            if (depth == valueDepth) {
                finish(value);
            }
            return;
        }
        takeOutside(token);
    }

    private void takeOutside(JsonToken token) throws IOException {
        begun = true;
        if (depth == 0 || token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            inArray = false;
            depth += change(token);
        } else if (token == JsonToken.FIELD_NAME) {
            member = parser.currentName();
        } else if (token == JsonToken.START_ARRAY && !inArray) {
            inArray = true;
            depth++;
        } else {
            begin(token);
        }
    }

    private void begin(JsonToken token) throws IOException {
        TokenBuffer started = new TokenBuffer(parser);
        started.copyCurrentEvent(parser);
        valueDepth = depth;
        depth += change(token);
        value = started;
        if (depth == valueDepth) {
            finish(started);
        }
    }

    private void finish(TokenBuffer complete) throws IOException {
        value = null;
        JsonNode node = MAPPER.readTree(complete.asParser());
        if (inArray) {
            sink.element(member, node);
        } else {
            sink.member(member, node);
        }
    }

    private static int change(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(50_000)
                        .maxNumberLength(40)
                        .maxNameLength(100)
                        .build());
        return mapper;
    }
}
