package io.troubleshooter.tool;

/** A call that cannot be done: wrong arguments, nothing there, a limit. */
public final class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ToolException(String message) {
        super(message, null, false, true);
    }
}
