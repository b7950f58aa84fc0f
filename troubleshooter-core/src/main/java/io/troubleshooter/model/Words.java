package io.troubleshooter.model;

/** Text that may be sent to a model: our own instructions, or what has passed the redactor. */
public sealed interface Words permits Part.Instructions, Part.Evidence {

    /** The text as it is sent. */
    String wording();
}
