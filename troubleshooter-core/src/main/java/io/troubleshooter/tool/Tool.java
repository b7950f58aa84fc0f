package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.model.ToolSpec;

/** A read-only look at something. Stateless and thread-safe; called only through a {@link Toolbox}. */
public interface Tool {

    ToolSpec spec();

    /**
     * Looks.
     *
     * @param arguments an object that fits the schema: the toolbox has checked it
     * @throws ToolException if it cannot be done; its message is shown to the model after redaction
     */
    ToolOutput call(JsonNode arguments, ToolScene scene);
}
