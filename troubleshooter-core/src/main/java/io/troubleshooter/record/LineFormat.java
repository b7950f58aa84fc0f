package io.troubleshooter.record;

/** A way to read the header of a line. Without state of its own, so that parts can share it. */
interface LineFormat {

    /** Reads the line into {@code match} where it has this format's header; else the match is left in any state. */
    boolean read(Line line, HeaderMatch match);
}
