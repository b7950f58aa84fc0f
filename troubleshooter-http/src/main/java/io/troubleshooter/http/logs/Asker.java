package io.troubleshooter.http.logs;

import java.util.function.BooleanSupplier;

/**
 * Who asks for logs.
 *
 * @param account whose audit log names it
 * @param session for which they are evidence
 * @param gone whether nobody waits for the answer any more, as {@link Leaving} tells
 */
public record Asker(String account, String session, BooleanSupplier gone) {}
