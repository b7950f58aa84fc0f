package io.troubleshooter.http;

import io.javalin.config.JettyConfig;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.config.Listen;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How the service listens: TLS where it is set, and bounds on what anybody can hold or send before a route sees it. */
final class Connectors {

    /** Mostly wait for bodies; what works hard is bounded elsewhere. What waits for one is bounded by connections. */
    private static final int THREADS = 96;

    private static final int IDLE_THREAD_MILLIS = 60_000;

    private static final int WAITING_CONNECTIONS = 512;

    private static final int ANSWER_HEADER_BYTES = 16 << 10;

    /** Certificates are renewed under running services. */
    private static final int KEYSTORE_SCAN_SECONDS = 60;

    private static final UriCompliance STRICT_URI = new UriCompliance("STRICT", UriCompliance.NO_VIOLATION);

    private final Listen listen;
    private final Limits limits;

    Connectors(Listen listen, Limits limits) {
        this.listen = listen;
        this.limits = limits;
    }

    void configure(JettyConfig jetty) {
        jetty.threadPool = threads();
        jetty.modifyHttpConfiguration(this::strict);
        jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyProblems()));
        jetty.addConnector(this::connector);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS, 8, IDLE_THREAD_MILLIS);
        pool.setName("http");
        return pool;
    }

    private void strict(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHeaderCacheCaseSensitive(true); // else a key in other letters is read as the one seen before
        http.setRequestHeaderSize(limits.header().asInt());
        http.setResponseHeaderSize(ANSWER_HEADER_BYTES);
        http.setUriCompliance(STRICT_URI);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.addCustomizer(Connectors::refuseDotSegments);
    }

    /** What is left of them after decoding would reach another route than the one that was named. */
    private static Request refuseDotSegments(Request request, HttpFields.Mutable headers) {
        String path = request.getHttpURI().getPath();
        if (path != null && ("/" + path + "/").matches(".*/\\.{1,2}/.*")) {
            throw new BadMessageException("dot segments");
        }
        return request;
    }

    private Connector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        ServerConnector connector = listen.keystore().isEmpty()
                ? new ServerConnector(server, new HttpConnectionFactory(http))
                : secure(server, http);
        connector.setHost(listen.host());
        connector.setPort(listen.port());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.addBean(new SlowHeaders(connector, limits.idle().dividedBy(2)));
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        return connector;
    }

    private ServerConnector secure(org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePath(listen.keystore());
        tls.setKeyStorePassword(listen.keystorePassword());
        http.addCustomizer(new SecureRequestCustomizer(false));
        KeyStoreScanner renewed = new KeyStoreScanner(tls);
        renewed.setScanInterval(KEYSTORE_SCAN_SECONDS);
        server.addBean(renewed);
        return new ServerConnector(server, tls, new HttpConnectionFactory(http));
    }
}
