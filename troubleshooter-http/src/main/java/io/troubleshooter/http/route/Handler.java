package io.troubleshooter.http.route;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {

    void handle(Exchange exchange) throws Exception;
}
