import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shop's catalog on HikariCP: pages from PostgreSQL, an export that forgets its connection, a recommender. */
public final class Catalog {
  private static final Logger LOG = LoggerFactory.getLogger("shop.catalog.Catalog");
  private static final List<int[]> PROFILES = new ArrayList<>();
  private static final String DELAY = System.getProperty("delay", "0");
  private static HikariDataSource pool;

  public static void main(String[] arguments) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("catalog");
    config.setJdbcUrl("jdbc:postgresql://db/shop?ApplicationName=catalog");
    config.setUsername("app");
    config.setPassword("shop");
    config.setMaximumPoolSize(Integer.getInteger("pool", 10));
    config.setMinimumIdle(Integer.getInteger("idle", 2));
    config.setConnectionTimeout(1500);
    config.setMaxLifetime(Integer.getInteger("lifetime", 1800000));
    config.setLeakDetectionThreshold(Integer.getInteger("leak", 0));
    pool = new HikariDataSource(config);
    HttpServer server = HttpServer.create(new InetSocketAddress("10.20.0.12", 8081), 128);
    server.setExecutor(Executors.newFixedThreadPool(24));
    server.createContext("/", Catalog::serve);
    server.start();
    LOG.info("catalog is up, release {}", System.getProperty("release", "7.2.0"));
  }

  private static void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.getRequestBody().readAllBytes();
    try {
      answer(exchange, 200, page(path));
      LOG.info("{} {} 200", exchange.getRequestMethod(), path);
    } catch (SQLException | RuntimeException failure) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), path, failure);
      answer(exchange, 500, "sorry");
    }
  }

  private static String page(String path) throws SQLException {
    if (path.equals("/export")) {
      return export();
    }
    if (path.startsWith("/profiles")) {
      return recommend();
    }
    try (Connection connection = pool.getConnection()) {
      return first(connection, "select sku from items, pg_sleep(" + DELAY + ") where id = 7");
    }
  }

  private static String export() throws SQLException {
    Connection connection = pool.getConnection();
    return first(connection, "select count(*)::text from orders");
  }

  /** Keeps what it has learned for ever. */
  private static String recommend() {
    synchronized (PROFILES) {
      for (int part = 0; part < 30; part++) {
        PROFILES.add(new int[5_000]);
      }
      LOG.debug("profiles kept: {}", PROFILES.size());
    }
    return "recommended";
  }

  private static String first(Connection connection, String query) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void answer(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
