package io.troubleshooter.bedrock;

import io.troubleshooter.model.Capabilities;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ToolSpec;
import org.jspecify.annotations.Nullable;

/** How the model is brought to reply in the form that is wanted. */
enum Shape {
    /** It may reply as it likes. */
    FREE,
    /** It has to call the tool. */
    FORCED_TOOL,
    /** Its words have to fit the tool's schema; they are handed on as a call of the tool. */
    NATIVE_JSON,
    /** It is asked to, and may fail to: what it writes is handed on as it is. */
    ASKED;

    static Shape of(ModelRequest request, Capabilities capabilities) {
        if (request.forcedTool() == null) {
            return FREE;
        } else if (capabilities.tools() && capabilities.forcedTool()) {
            return FORCED_TOOL;
        }
        return capabilities.nativeJson() && strictSchema(request) != null ? NATIVE_JSON : ASKED;
    }

    /** The tool that the reply has to call; null if there is none, or it is not among the tools. */
    static @Nullable ToolSpec wanted(ModelRequest request) {
        for (ToolSpec spec : request.tools()) {
            if (spec.name().equals(request.forcedTool())) {
                return spec;
            }
        }
        return null;
    }

    /** Its schema as a grammar can be made of it; null if none can. */
    static @Nullable String strictSchema(ModelRequest request) {
        ToolSpec wanted = wanted(request);
        return wanted == null ? null : StrictSchema.of(wanted.schema().wording());
    }
}
