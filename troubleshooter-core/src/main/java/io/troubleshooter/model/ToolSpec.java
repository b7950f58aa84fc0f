package io.troubleshooter.model;

/**
 * A tool as a model sees it.
 *
 * @param name 1 to 64 letters, digits, {@code _} and {@code -}
 * @param schema JSON Schema of the arguments, an object
 */
public record ToolSpec(String name, Words description, Words schema) {}
