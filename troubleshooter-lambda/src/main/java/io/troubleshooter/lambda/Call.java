package io.troubleshooter.lambda;

import java.util.List;

/**
 * A request of HTTP, as an event tells it.
 *
 * @param path as in a URL, with the stage cut off; begins with a slash
 * @param query as in a URL, without the question mark; empty for none
 * @param sender address of who asks, as the gateway saw it; empty if it did not say
 */
record Call(String method, String path, String query, List<Header> headers, byte[] body, String sender) {

    Call {
        headers = List.copyOf(headers);
    }
}
