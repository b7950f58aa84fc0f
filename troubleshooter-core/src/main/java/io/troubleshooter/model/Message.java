package io.troubleshooter.model;

import java.util.List;

/** One message of the dialogue with a model. */
public record Message(Role role, List<Part> parts) {

    /** Who speaks. */
    public enum Role {
        USER,
        ASSISTANT
    }

    public Message {
        parts = List.copyOf(parts);
    }
}
