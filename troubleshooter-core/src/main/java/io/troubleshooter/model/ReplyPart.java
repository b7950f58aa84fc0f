package io.troubleshooter.model;

/** What a reply is made of. Everything in it is the model's word: unverified. */
public sealed interface ReplyPart {

    /** Plain words. */
    record Text(String text) implements ReplyPart {}

    /**
     * A call of a tool.
     *
     * @param arguments as the model wrote them: meant to be a JSON object, and possibly not even JSON
     */
    record Call(String id, String name, String arguments) implements ReplyPart {}

    /** To be sent back unchanged, as {@link Part.Opaque}. */
    record Opaque(Object value) implements ReplyPart {}
}
