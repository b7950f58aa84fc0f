package io.troubleshooter.http.access;

import io.javalin.http.Context;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** From where requests come: behind proxies that are trusted, from where those say; nobody else is believed. */
public final class Addresses {

    private static final int MAX_HOPS = 20;
    private static final int CUSTOMER_BYTES = 8;

    private final List<Network> proxies;

    /** @param proxies addresses, or networks such as {@code 10.0.0.0/8} */
    public Addresses(List<String> proxies) {
        this.proxies = proxies.stream().map(Addresses::network).toList();
    }

    private static Network network(String text) {
        return Network.parse(text)
                .orElseThrow(() -> new TroubleshooterException(
                        Code.INVALID_CONFIGURATION,
                        "listen.trustedProxies has to be a list of addresses or networks.",
                        "Write them in numbers, such as 10.0.0.7 or 10.0.0.0/8."));
    }

    /** The sender, as text; of IPv6, the network of 64 bits that a customer gets, so that one is not many. */
    public String of(Context context) {
        String sender = context.req().getRemoteAddr();
        return Network.address(sender)
                .map(address -> customer(isProxy(address) ? behind(address, context) : address))
                .orElse(sender);
    }

    /** The nearest hop that is no trusted proxy: what stands before it, whoever it is could have written. */
    private InetAddress behind(InetAddress proxy, Context context) {
        InetAddress nearest = proxy;
        for (String hop : hops(context)) {
            Optional<InetAddress> address = Network.address(hop);
            if (address.isEmpty()) {
                return nearest;
            }
            nearest = address.get();
            if (!isProxy(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static List<String> hops(Context context) {
        List<String> lines = Collections.list(context.req().getHeaders("X-Forwarded-For"));
        List<String> hops = Arrays.asList(String.join(",", lines).strip().split("\\s*,\\s*"));
        Collections.reverse(hops);
        return hops.subList(0, Math.min(MAX_HOPS, hops.size()));
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static String customer(InetAddress address) {
        if (!(address instanceof Inet6Address) || address.isLoopbackAddress()) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, CUSTOMER_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
