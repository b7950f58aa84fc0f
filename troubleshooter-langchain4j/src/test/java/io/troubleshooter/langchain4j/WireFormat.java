package io.troubleshooter.langchain4j;

import io.troubleshooter.contract.Scene;
import java.util.List;

/** How a service says what a scene wants said. */
interface WireFormat {

    /** A whole reply as JSON. */
    String whole(Scene scene);

    /** The same as server-sent events. */
    List<String> events(Scene scene);

    String error(Scene.Kind kind);

    default int status(Scene.Kind kind) {
        return switch (kind) {
            case THROTTLED -> 429;
            case SERVER_ERROR -> 503;
            case BAD_CREDENTIALS -> 401;
            case TOO_LONG -> 400;
            default -> 200;
        };
    }

    /** A text in pieces of a few characters, no surrogate pair cut. */
    static List<String> pieces(String text) {
        java.util.ArrayList<String> pieces = new java.util.ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.offsetByCodePoints(at, Math.min(7, text.codePointCount(at, text.length())));
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces;
    }
}
