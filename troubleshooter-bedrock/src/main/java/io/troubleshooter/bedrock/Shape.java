package io.troubleshooter.bedrock;

import io.troubleshooter.model.Capabilities;
import io.troubleshooter.model.ModelRequest;

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
        return capabilities.nativeJson() ? NATIVE_JSON : ASKED;
    }
}
