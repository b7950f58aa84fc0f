/** Asks models of OpenAI-compatible endpoints, of Anthropic, or any ChatModel. */
@NullMarked
package io.troubleshooter.langchain4j;

import org.jspecify.annotations.NullMarked;
