package io.troubleshooter.http.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.config.Fetch;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetches from a server of this machine, which is let pass for once, under made-up names. */
class PageFetcherTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Room room = new Room(8 << 20);
    private final List<String> asked = new ArrayList<>();
    private final Map<String, List<InetAddress>> names = new HashMap<>();
    private final AtomicInteger resolved = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setExecutor(threads);
        server.start();
        names.put("logs.example", List.of(HERE));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void readsTextAndNamesItByItsAddress() {
        serve("/deep/app.log", 200, "text/plain", "ERROR one\nERROR two\n");

        FetchedPage page = fetch("http://logs.example:PORT/deep/app.log?x=1");

        assertThat(page.as(null).name()).isEqualTo("app.log");
        assertThat(new String(page.held().bytes(), StandardCharsets.UTF_8)).startsWith("ERROR one");
    }

    @Test
    void readsTheVisibleTextOfAPage() {
        serve("/", 200, "text/html; charset=utf-8", "<html><script>alert(1)</script><p>ERROR disk full</p></html>");

        FetchedPage page = fetch("http://logs.example:PORT/");

        assertThat(Troubleshooter.create().frame(List.of(page.as(null))).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.template().toString()).contains("disk full"));
    }

    @Test
    void unpacksWhatIsCompressed() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("ERROR one\n".getBytes(StandardCharsets.UTF_8));
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, "text/plain", zipped.toByteArray());
        });

        assertThat(fetch("http://logs.example:PORT/").held().bytes()).hasSize(10);
    }

    @Test
    void sendsNothingThatTellsWhoAsks() {
        List<String> headers = new ArrayList<>();
        server.createContext("/", exchange -> {
            headers.addAll(exchange.getRequestHeaders().keySet());
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            answer(exchange, 200, "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        });
        fetch("http://logs.example:PORT/");
        fetch("http://logs.example:PORT/");

        assertThat(headers).doesNotContain("Cookie", "Authorization", "Referer", "X-forwarded-for", "Traceparent");
    }

    @Test
    void followsAFewRedirectsAndChecksEach() {
        redirect("/a", "/b");
        redirect("/b", "http://logs.example:PORT/c");
        serve("/c", 200, "text/plain", "there");
        redirect("/file", "file:///etc/passwd");
        redirect("/ftp", "ftp://logs.example/");
        redirect("/user", "http://a:b@logs.example:PORT/c");
        redirect("/port", "http://logs.example:22/");
        redirect("/inner", "http://inner.example:PORT/secret");
        redirect("/meta", "http://169.254.169.254/latest/meta-data/");
        redirect("/loop", "/loop");
        names.put("inner.example", List.of(address("10.0.0.5")));
        serve("/secret", 200, "text/plain", "secret");

        assertThat(fetch("http://logs.example:PORT/a").held().size()).isEqualTo(5);
        for (String to : List.of("file", "ftp", "user", "port", "inner", "meta")) {
            assertRefused("http://logs.example:PORT/" + to, ProblemCode.FETCH_REFUSED);
        }
        assertRefused("http://logs.example:PORT/loop", ProblemCode.FETCH_FAILED);
        assertThat(asked).doesNotContain("/secret");
    }

    @Test
    void aNameThatAlsoMeansAnInnerAddressIsNotAsked() {
        serve("/", 200, "text/plain", "x");
        names.put("both.example", List.of(HERE, address("192.168.0.1")));

        assertRefused("http://both.example:PORT/", ProblemCode.FETCH_REFUSED);
        assertThat(asked).isEmpty();
    }

    @Test
    void innerNamesCannotBeToldFromThoseThatDoNotExist() {
        names.put("inner.example", List.of(address("10.0.0.5")));

        assertThat(problem("http://inner.example:PORT/").detail())
                .isEqualTo(problem("http://nowhere.example:PORT/").detail());
    }

    @Test
    void aNameIsResolvedOnceForEachConnection() {
        serve("/", 200, "text/plain", "x");

        fetch("http://logs.example:PORT/");

        assertThat(resolved).hasValue(1);
    }

    @Test
    void refusesWhatIsTooLargeOrNoText() {
        serve("/large", 200, "text/plain", "x".repeat(300_000));
        serve("/image", 200, "image/png", "x");
        serve("/gone", 404, "text/plain", "x");
        serve("/partial", 206, "text/plain", "x");

        for (String path : List.of("large", "image", "gone", "partial", "nothing")) {
            assertRefused("http://logs.example:PORT/" + path, ProblemCode.FETCH_FAILED);
        }
    }

    @Test
    void endsWhatDrips() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody());
        });

        assertRefused("http://logs.example:PORT/", ProblemCode.FETCH_FAILED);
    }

    @Test
    void roomIsFreeAgainAfterwards() {
        serve("/", 200, "text/plain", "x".repeat(200_000));
        for (int i = 0; i < 100; i++) {
            fetch("http://logs.example:PORT/").held().close();
        }
        assertThat(fetch("http://logs.example:PORT/").held().size()).isEqualTo(200_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://0/",
                "http://0.0.0.0/",
                "http://localhost/",
                "http://localhost./",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://169.254.169.254/",
                "http://169.254.169.254./",
                "http://10.0.0.1/",
                "http://192.168.0.1/",
                "http://172.16.0.1/",
                "http://100.64.0.1/",
                "http://100.100.100.200/",
                "http://168.63.129.16/",
                "http://127.0.0.1:8080/",
                "http://[::1%25lo]/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "http://example.com@127.0.0.1/",
                "http://127.0.0.1@example.com/",
                "http://user:pass@example.com/",
                "http://example.com:22/",
                "http://example.com:25/",
                "http://example.com:6379/",
                "http://example.com:0/",
                "http://example.com:99999/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "jar:http://example.com!/",
                "data:,x",
                "javascript:alert(1)",
                "//example.com/",
                "example.com",
                "http:///etc/passwd",
                "http:/example.com/",
                "http://exa mple.com/",
                "http://example.com\\@127.0.0.1/",
                "http://example.com/\r\nHost: evil",
                "http://",
                "http://[::1",
                "http://.",
                "http://a..b/",
                "http://-/",
                "http://under_score.example/",
                "",
                "http://metadata.google.internal/"
            })
    void refusesEveryWayToWriteAnInnerAddress(String url) {
        try (PageFetcher fetcher = new PageFetcher(ConfigReader.defaults().fetch())) {
            assertThatThrownBy(() -> fetcher.fetch(url, room))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.FETCH_REFUSED));
        }
    }

    @Test
    void asksOnlyHostsThatAreAllowedWhereSomeAre() {
        Fetch usual = ConfigReader.defaults().fetch();
        FetchRules rules = new FetchRules(new Fetch(
                true, List.of("logs.example", "*.corp.example"), List.of(443), usual.bytes(), usual.timeout(), 0));

        rules.check("https://logs.example/");
        rules.check("https://A.CORP.example./x");
        for (String url : List.of(
                "https://corp.example/",
                "https://evil-corp.example/",
                "https://logs.example.evil/",
                "https://x.logs.example/")) {
            assertThatThrownBy(() -> rules.check(url)).as(url).isInstanceOf(ProblemException.class);
        }
    }

    private static void drip(OutputStream out) throws IOException {
        try {
            for (int i = 0; i < 600; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void redirect(String path, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", here(location));
            answer(exchange, 302, "text/plain", new byte[0]);
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String here(String url) {
        return url.replace("PORT", Integer.toString(server.getAddress().getPort()));
    }

    private FetchedPage fetch(String url) {
        Fetch usual = ConfigReader.read(null, Map.of(), Map.of("fetch.bytes", "256KiB", "fetch.timeout", "2s"))
                .fetch();
        List<Integer> ports = List.of(80, server.getAddress().getPort());
        Fetch settings = new Fetch(true, List.of(), ports, usual.bytes(), usual.timeout(), usual.redirects());
        try (PageFetcher fetcher = new PageFetcher(settings, new Names(), HERE::equals)) {
            return fetcher.fetch(here(url), room);
        }
    }

    private ProblemException problem(String url) {
        try {
            fetch(url);
        } catch (ProblemException problem) {
            return problem;
        }
        throw new AssertionError("it was fetched");
    }

    private void assertRefused(String url, ProblemCode code) {
        assertThat(problem(url).code()).as(url).isEqualTo(code);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Names as the test has them; addresses mean themselves. */
    private final class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            resolved.incrementAndGet();
            if (host.matches("[0-9.]+")) {
                return new InetAddress[] {address(host)};
            }
            List<InetAddress> known = names.get(host);
            if (known == null) {
                throw new UnknownHostException(host);
            }
            return known.toArray(new InetAddress[0]);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
