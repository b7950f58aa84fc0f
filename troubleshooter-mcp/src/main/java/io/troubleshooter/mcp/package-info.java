/** Serves the engine to MCP clients, and offers tools of MCP servers to the model. */
@NullMarked
package io.troubleshooter.mcp;

import org.jspecify.annotations.NullMarked;
