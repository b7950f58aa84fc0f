package io.troubleshooter.http;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.config.Listen;
import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the service cannot listen, said so that an operator can do something about it. */
final class NotListening {

    private static final int LAST_PRIVILEGED = 1023;

    private NotListening() {}

    static TroubleshooterException because(RuntimeException failed, Listen listen) {
        String place = listen.host() + ":" + listen.port();
        if (!listen.keystore().isEmpty() && !hasNetworkCause(failed)) {
            return keystore(listen);
        }
        if (find(failed, UnresolvedAddressException.class).isPresent()) {
            return wrong("listen.host is a name that is not known here.", "Write an address, or 0.0.0.0 for all.");
        }
        Optional<SocketException> refused = find(failed, SocketException.class);
        String why = refused.map(SocketException::getMessage).orElse("");
        if (why.contains("assign")) {
            return wrong(
                    "The address " + listen.host() + " is none of this machine.", "Set listen.host to one that is.");
        }
        if (why.contains("denied") && listen.port() <= LAST_PRIVILEGED) {
            return wrong("The port " + listen.port() + " is not for everybody.", "Choose one from 1024 on.");
        }
        return refused.isPresent()
                ? wrong("Another program listens on " + place + ".", "Stop it, or choose another: --port 0 for any.")
                : wrong(
                        "The service cannot listen on " + place + " ("
                                + failed.getClass().getSimpleName() + ").",
                        "Look at the settings listen.*; tst serve --print-config says what they mean.");
    }

    private static TroubleshooterException keystore(Listen listen) {
        return Files.isReadable(Path.of(listen.keystore()))
                ? wrong(
                        "The keystore " + listen.keystore() + " cannot be opened.",
                        "It has to be a PKCS#12 file with a certificate and its key, under listen.keystorePassword.")
                : wrong(
                        "The keystore " + listen.keystore() + " cannot be read.",
                        "Set listen.keystore to one that can.");
    }

    private static boolean hasNetworkCause(Throwable failed) {
        return find(failed, BindException.class).isPresent()
                || find(failed, SocketException.class).isPresent()
                || find(failed, UnresolvedAddressException.class).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failed, Class<T> type) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(16)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static TroubleshooterException wrong(String what, String advice) {
        return new TroubleshooterException(Code.INVALID_CONFIGURATION, what, advice);
    }
}
