package io.troubleshooter.bedrock;

/**
 * A guardrail of the account. Its trace stays off, since it would return what was matched, and streams are checked
 * before they are shown.
 *
 * @param id identifier or ARN
 * @param version a number, so that it does not change unseen; {@code DRAFT} for trying out
 */
public record Guardrail(String id, String version) {}
