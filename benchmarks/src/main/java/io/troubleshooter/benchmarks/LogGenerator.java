package io.troubleshooter.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a large mixed log whose values keep changing: access logs, JSON, klog, syslog, Spring Boot, Python, PostgreSQL
 * and Java traces, interleaved as an aggregator would. The same seed gives the same bytes.
 *
 * <p>Usage: {@code LogGenerator LINES SEED [clean]}; {@code clean} leaves out addresses, users and secrets.
 */
public final class LogGenerator {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter CLF = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter KLOG = DateTimeFormatter.ofPattern("MMdd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SYSLOG = DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ENGLISH);
    private static final List<String> PATHS = List.of("/api/orders", "/api/carts", "/health", "/login", "/api/items");
    private static final List<String> CLASSES = List.of(
            "c.a.orders.OrderService", "c.a.pay.PaymentClient", "o.s.web.DispatcherServlet", "c.a.stock.StockJob");

    private final SplittableRandom random;
    private final boolean clean;
    private long millis = Instant.parse("2026-11-20T08:00:00Z").toEpochMilli();

    public LogGenerator(long seed, boolean clean) {
        this.random = new SplittableRandom(seed);
        this.clean = clean;
    }

    /** Writes to standard output. */
    public static void main(String[] args) throws IOException {
        long lines = Long.parseLong(args[0]);
        LogGenerator generator = new LogGenerator(Long.parseLong(args[1]), args.length > 2 && args[2].equals("clean"));
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        generator.write(lines, out);
        out.flush();
    }

    public void write(long lines, OutputStream out) throws IOException {
        for (long line = 0; line < lines; ) {
            String text = next();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            line += text.chars().filter(c -> c == '\n').count();
        }
    }

    private String next() {
        millis += random.nextInt(12);
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        int kind = random.nextInt(1000);
        if (kind < 300) {
            return access(time);
        }
        if (kind < 500) {
            return spring(time);
        }
        if (kind < 680) {
            return json(time);
        }
        if (kind < 800) {
            return klog(time);
        }
        if (kind < 900) {
            return syslog(time);
        }
        return kind < 998 ? postgres(time) : trace(time);
    }

    private String access(LocalDateTime time) {
        int status = random.nextInt(100) < 97 ? 200 : 502;
        return address() + " - - [" + CLF.format(time) + " +0000] \"GET " + pick(PATHS) + "/"
                + random.nextInt(1_000_000)
                + "?page=" + random.nextInt(50) + " HTTP/1.1\" " + status + " " + random.nextInt(90_000)
                + " \"-\" \"curl/8."
                + random.nextInt(9) + "\" " + random.nextInt(900) / 1000.0 + "\n";
    }

    private String spring(LocalDateTime time) {
        return ISO.format(time) + "  INFO 1 --- [orders] [exec-" + random.nextInt(32) + "] " + pick(CLASSES)
                + " : Order "
                + hex(8) + " of customer " + random.nextInt(100_000) + " processed in " + random.nextInt(400) + " ms"
                + (clean ? "" : " for user" + random.nextInt(5_000) + "@example.com") + "\n";
    }

    private String json(LocalDateTime time) {
        return "{\"level\":\"info\",\"ts\":\"" + time + "Z\",\"logger\":\"reconciler\",\"msg\":\"Reconciled object\","
                + "\"namespace\":\"shop-" + random.nextInt(40) + "\",\"name\":\"web-" + hex(5) + "\",\"duration\":"
                + random.nextInt(5_000) / 1000.0 + ",\"generation\":" + random.nextInt(300) + "}\n";
    }

    private String klog(LocalDateTime time) {
        return "I" + KLOG.format(time) + "000       1 event.go:" + random.nextInt(400)
                + "] \"Event occurred\" object=\"shop/web-" + hex(5)
                + "\" kind=\"Pod\" reason=\"Pulled\" message=\"took "
                + random.nextInt(9_000) + "ms\"\n";
    }

    private String syslog(LocalDateTime time) {
        return SYSLOG.format(time) + " node-" + random.nextInt(60) + " kubelet[" + random.nextInt(30_000)
                + "]: Probe succeeded for pod web-" + hex(5) + " after " + random.nextInt(300) + "ms\n";
    }

    private String postgres(LocalDateTime time) {
        return ISO.format(time) + " UTC [" + random.nextInt(40_000) + "] app@shop LOG:  duration: "
                + random.nextInt(90_000) / 100.0 + " ms  execute S_" + random.nextInt(20)
                + ": SELECT * FROM orders WHERE id = $1\n"
                + (clean || random.nextInt(20) > 0
                        ? ""
                        : ISO.format(time) + " UTC [7] app@shop LOG:  connection authorized: " + "password=" + hex(12)
                                + " host=" + address() + "\n");
    }

    private String trace(LocalDateTime time) {
        return ISO.format(time) + " ERROR 1 --- [orders] [exec-" + random.nextInt(32)
                + "] c.a.orders.OrderService : Order "
                + hex(8) + " failed\njava.lang.IllegalStateException: no stock for item " + random.nextInt(9_999)
                + "\n\tat com.acme.stock.Stock.take(Stock.java:" + random.nextInt(200)
                + ")\n\tat com.acme.orders.OrderService.place(OrderService.java:88)\n"
                + "\tat java.base/java.lang.Thread.run(Thread.java:840)\n";
    }

    private String address() {
        return clean ? "client" : "203.0." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private String hex(int digits) {
        return String.format("%0" + digits + "x", random.nextLong() & ((1L << (4 * digits)) - 1));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
