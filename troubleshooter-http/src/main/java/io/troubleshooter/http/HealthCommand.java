package io.troubleshooter.http;

import io.troubleshooter.http.config.Listen;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tst health}: whether the service of these settings can serve; for images that have no shell and no curl. */
@Command(
        name = "health",
        description = "Asks the service on this machine whether it can serve. Exit code 0: it can; 1: it cannot.",
        mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {

    private static final int MILLIS = 3_000;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Override
    public Integer call() {
        Listen listen = config.read(Map.of()).listen();
        try {
            boolean well = listen.keystore().isEmpty() ? isReady(listen) : isOpen(listen);
            return well ? 0 : 1;
        } catch (IOException unreachable) {
            return 1;
        }
    }

    private static boolean isReady(Listen listen) throws IOException {
        String host = address(listen).getHostAddress();
        String authority = (host.contains(":") ? "[" + host + "]" : host) + ":" + listen.port();
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://" + authority + "/health/ready").toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    }

    /** A certificate is for a name that this machine does not go by: that it takes connections has to do. */
    private static boolean isOpen(Listen listen) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(listen), listen.port()), MILLIS);
            return true;
        }
    }

    private static InetAddress address(Listen listen) throws IOException {
        InetAddress address = InetAddress.getByName(listen.host());
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }
}
