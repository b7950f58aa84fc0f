package io.troubleshooter.model;

/** Receives the pieces of a reply as they form, in order, on the thread that asked. */
public interface ReplySink {

    ReplySink NONE = new ReplySink() {};

    /** More plain words. */
    default void text(String piece) {}

    /** More of the arguments of a tool call, a fragment of JSON. */
    default void arguments(String tool, String fragment) {}

    /** What came so far is void: the call is tried again from its beginning. */
    default void restart() {}
}
