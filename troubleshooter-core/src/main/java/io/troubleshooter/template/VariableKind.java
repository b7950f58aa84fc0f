package io.troubleshooter.template;

/** What a variable part of a message is, as far as its bytes tell. */
public enum VariableKind {
    /** A count or other number without a unit, signed or not. */
    NUMBER,
    /** Hexadecimal digits: an address, a hash. */
    HEX,
    UUID,
    /** IPv4 or IPv6, with or without a port. */
    IP,
    /** A hardware address. */
    MAC,
    /** A DNS name, or any name followed by a port. */
    HOST,
    /** {@code scheme://...}. */
    URL,
    ARN,
    /** A file or resource path. */
    PATH,
    /** A date, a time of day, or both. */
    TIME,
    /** A number with a unit of time. */
    DURATION,
    /** A number with a unit of bytes. */
    SIZE,
    PERCENT,
    /** What stands for a redacted value. */
    PLACEHOLDER,
    /** A word of letters and digits: an instance, task, pod, request. */
    ID,
    /** A dotted name, as of a class or package; it stays in the template unless it is a value. */
    NAME,
    /** A word that is a value by its place: after {@code =}, or the name of a user. */
    WORD,
    /** The content of a quoted value. */
    QUOTED
}
