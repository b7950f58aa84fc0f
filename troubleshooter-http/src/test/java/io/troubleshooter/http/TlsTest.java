package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.config.ConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service under a certificate that the JDK's own tool has made. */
class TlsTest {

    private static final String PASSWORD = "open sesame";

    @TempDir
    static Path folder;

    private static Path keystore;
    private static Service service;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keystore = make("first.p12");
        Map<String, String> settings = Map.of(
                "listen.port",
                "0",
                "listen.keystore",
                keystore.toString(),
                "listen.keystorePassword",
                PASSWORD,
                "storage.file",
                folder.resolve("service.db").toString());
        service = Service.start(ConfigReader.read(null, Map.of(), settings), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Path make(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = Stream.of(
                        "-genkeypair -alias tst -keyalg EC -groupname secp256r1 -validity 2 -storetype PKCS12",
                        "-dname CN=localhost -ext SAN=dns:localhost,ip:127.0.0.1")
                .flatMap(words -> Stream.of(words.split(" ")))
                .toList();
        Process keytool = new ProcessBuilder(Stream.of(
                                Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()),
                                command.stream(),
                                Stream.of("-keystore", file.toString(), "-storepass", PASSWORD))
                        .flatMap(words -> words)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private static Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return store(file).getCertificate("tst");
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** A client that believes this certificate and no other. */
    private static HttpClient trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tst", certificate(file));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + service.port() + path));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void answersByTlsOfToday() throws Exception {
        HttpResponse<String> answer = send(trusting(keystore), to("/v1/me"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));
    }

    @Test
    void takesEvidence() throws Exception {
        HttpResponse<String> answer = send(
                trusting(keystore),
                to("/v1/diagnose").POST(BodyPublishers.ofString("ERROR could not write: No space left on device\n")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void cookiesAreSecure() throws Exception {
        String key = service.parts()
                .doors()
                .keys()
                .create("default", "ann", Role.ANALYST, "", null)
                .secret();
        HttpResponse<String> answer = send(
                trusting(keystore),
                to("/v1/login").header("Authorization", "Bearer " + key).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict"));
    }

    @Test
    void plainHttpGetsNoAnswerThatCouldBeTakenForOne() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP/1.1 2", "user");
        }
    }

    @Test
    void aRenewedCertificateIsTakenUpWhileItRuns() throws Exception {
        Path before = folder.resolve("before.p12");
        Files.copy(keystore, before);
        Files.move(make("renewed.p12"), keystore, StandardCopyOption.REPLACE_EXISTING);
        assertThat(certificate(keystore)).isNotEqualTo(certificate(before));

        KeyStoreScanner watching = service.javalin().jettyServer().server().getBean(KeyStoreScanner.class);
        assertThat(watching.scan(30_000)).isTrue();
        assertThat(send(trusting(keystore), to("/health/live")).statusCode()).isEqualTo(200);
        assertThat(trusting(before).sendAsync(to("/health/live").build(), BodyHandlers.discarding()))
                .failsWithin(Duration.ofSeconds(30));
    }
}
