#!/usr/bin/env bash
# Java programs that fail. Needs JDK 17; jvm-class-version also a JDK 25 (its javac in JAVAC25).
# Usage and surroundings: see lib.sh.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$(realpath "$0")")/lib.sh"
need openjdk-17-jdk-headless
JAVAC25=${JAVAC25:-/usr/lib/jvm/temurin-25-jdk-amd64/bin/javac}

# Without the file in /tmp that Java programs of all process namespaces would share.
JAVA=(java -XX:-UsePerfData)

source_log() {
    mkdir -p src/shop
    cat > src/shop/Log.java << 'JAVA'
package shop;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

final class Log {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

    static void info(String text) { line("INFO ", text, null); }
    static void warn(String text) { line("WARN ", text, null); }
    static void error(String text, Throwable e) { line("ERROR", text, e); }

    private static void line(String level, String text, Throwable e) {
        String caller = StackWalker.getInstance().walk(s -> s.skip(2).findFirst().get().getClassName());
        StringWriter out = new StringWriter();
        out.write(TIME.format(LocalDateTime.now()) + " " + level + " [" + Thread.currentThread().getName() + "] "
                + caller + " - " + text + "\n");
        if (e != null) { e.printStackTrace(new PrintWriter(out, true)); }
        System.out.print(out);
    }
}
JAVA
    cat > src/shop/Load.java << 'JAVA'
package shop;

import java.net.HttpURLConnection;
import java.net.URL;

/** Asks each of the given paths, again and again: port, times, agent, paths. Gives up after three silences. */
final class Load {
    private static int silent;

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[1]);
        for (int i = 0; i < times; i++) {
            for (int p = 3; p < args.length; p++) { ask(args[0], args[p].replace("{}", "" + i), args[2]); }
        }
    }

    private static void ask(String port, String path, String agent) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("http://127.0.0.1:" + port + path).openConnection();
            c.setRequestProperty("User-Agent", agent);
            c.setConnectTimeout(2000);
            c.setReadTimeout(4000);
            int status = c.getResponseCode();
            var body = status < 400 ? c.getInputStream() : c.getErrorStream();
            if (body != null) { body.readAllBytes(); body.close(); }
        } catch (Exception e) {
            if (++silent == 3) { System.exit(0); }
        }
    }
}
JAVA
    cat > src/shop/Web.java << 'JAVA'
package shop;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server that logs each request. */
final class Web {
    interface Page { String answer(String query) throws Exception; }

    private final HttpServer server;

    Web(int threads) throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 8080), 0);
        AtomicInteger n = new AtomicInteger();
        server.setExecutor(Executors.newFixedThreadPool(threads, r -> new Thread(r, "http-" + n.incrementAndGet())));
    }

    Web page(String path, Page page) {
        server.createContext(path, x -> {
            long start = System.nanoTime();
            int status = 200;
            String text;
            try {
                text = page.answer(String.valueOf(x.getRequestURI().getQuery()));
            } catch (java.io.FileNotFoundException e) {
                status = 404;
                text = "not found";
            } catch (Throwable e) {
                Log.error("GET " + x.getRequestURI() + " failed", e);
                status = 500;
                text = "internal error";
            }
            byte[] bytes = text.getBytes();
            x.sendResponseHeaders(status, bytes.length);
            x.getResponseBody().write(bytes);
            x.close();
            Log.info("GET " + x.getRequestURI() + " " + status + " " + bytes.length + "B "
                    + (System.nanoTime() - start) / 1_000_000 + "ms \"" + x.getRequestHeaders().getFirst("User-Agent") + "\"");
        });
        return this;
    }

    void start() { server.start(); Log.info("listening on 127.0.0.1:8080"); }
}
JAVA
}

build() {
    javac -nowarn -d classes src/shop/*.java
}

# An unbounded cache of search results fills the heap while requests come in.
capture_jvm_heap_request_log() {
    source_log
    cat > src/shop/Catalog.java << 'JAVA'
package shop;

import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

final class Catalog {
    private static final Map<String, List<String>> RESULTS = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        Log.info("catalog 3.8.1 starting, heap limit " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        new Web(6).page("/search", Catalog::search).page("/health", q -> "up").start();
    }

    private static String search(String query) {
        List<String> hits = RESULTS.computeIfAbsent(query, Catalog::index);
        return "hits: " + hits.size();
    }

    private static List<String> index(String query) {
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < 500; i++) { hits.add(new String(("product " + query + " #" + i).toCharArray())); }
        return hits;
    }
}
JAVA
    build
    "${JAVA[@]}" -Xmx40m -XX:+UseSerialGC -Dsun.net.httpserver.nodelay=true -cp classes shop.Catalog > "$KEEP_DIR/catalog.log" 2>&1 &
    wait_port 127.0.0.1 8080
    "${JAVA[@]}" -cp classes shop.Load 8080 1500 "shop-web/7.1" '/search?q=item-{}' '/health' > /dev/null 2>&1
}

# Two transfers lock the same two accounts in opposite order; checkouts that need one of them pile up behind.
capture_jvm_deadlock_behind_timeouts() {
    source_log
    cat > src/shop/Ledger.java << 'JAVA'
package shop;

import java.util.concurrent.*;
import java.util.concurrent.locks.ReentrantLock;

final class Ledger {
    private static final ReentrantLock STOCK = new ReentrantLock();
    private static final ReentrantLock CASH = new ReentrantLock();

    public static void main(String[] args) throws Exception {
        Log.info("ledger 1.14.0 starting");
        ExecutorService http = Executors.newFixedThreadPool(4, r -> new Thread(r, "http-" + r.hashCode() % 97));
        for (int i = 0; i < 12; i++) { checkout(1000 + i); Thread.sleep(20); }
        new Thread(() -> book(STOCK, CASH), "booking-nightly").start();
        new Thread(() -> book(CASH, STOCK), "refund-worker").start();
        Thread.sleep(300);
        for (int i = 12; i < 60; i++) { int order = 1000 + i; http.submit(() -> { checkout(order); return null; }); Thread.sleep(40); }
        Thread.sleep(60_000);
    }

    private static void book(ReentrantLock first, ReentrantLock second) {
        Log.info("booking started");
        first.lock();
        try {
            Thread.sleep(100);
            second.lock();
        } catch (InterruptedException e) {
            Log.error("interrupted", e);
        }
    }

    private static void checkout(int order) throws InterruptedException {
        if (!CASH.tryLock(300, TimeUnit.MILLISECONDS)) {
            Log.error("checkout of order " + order + " timed out after 300 ms", new TimeoutException("no booking slot for order " + order));
            return;
        }
        try { Log.info("order " + order + " booked"); } finally { CASH.unlock(); }
    }
}
JAVA
    build
    "${JAVA[@]}" -cp classes shop.Ledger > "$KEEP_DIR/1-ledger.log" 2>&1 &
    local ledger=$!
    sleep 6
    jstack -l "$ledger" > "$KEEP_DIR/2-threads.txt"
}

# One page forgets to give back its connection when a number does not parse; later everybody waits for one.
capture_jvm_pool_leak() {
    source_log
    cat > src/shop/Pool.java << 'JAVA'
package shop;

import java.util.*;
import java.util.concurrent.*;

final class Pool {
    record Connection(int id) {}

    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(5);
    private final Map<Connection, Long> since = new ConcurrentHashMap<>();
    private final Map<Connection, StackTraceElement> holder = new ConcurrentHashMap<>();

    Pool() { for (int i = 1; i <= 5; i++) { idle.add(new Connection(i)); } }

    Connection borrow() throws Exception {
        Connection c = idle.poll(250, TimeUnit.MILLISECONDS);
        if (c == null) { throw new TimeoutException("no connection within 250 ms (size 5, in use " + (5 - idle.size()) + ", waiting 1)"); }
        since.put(c, System.currentTimeMillis());
        holder.put(c, new Throwable().getStackTrace()[1]);
        return c;
    }

    void giveBack(Connection c) { since.remove(c); holder.remove(c); idle.add(c); }

    void watch() {
        since.forEach((c, t) -> {
            long age = System.currentTimeMillis() - t;
            if (age > 2500) { Log.warn("connection " + c.id() + " lent to " + holder.get(c) + " was not returned for " + age + " ms"); since.put(c, Long.MAX_VALUE); }
        });
    }
}
JAVA
    cat > src/shop/Orders.java << 'JAVA'
package shop;

import java.util.concurrent.*;

final class Orders {
    private static final Pool POOL = new Pool();

    public static void main(String[] args) throws Exception {
        Log.info("orders 5.2.3 starting, pool size 5");
        Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "pool-watch"))
                .scheduleAtFixedRate(POOL::watch, 1, 1, TimeUnit.SECONDS);
        new Web(4).page("/orders", Orders::list).page("/export", Orders::export).start();
    }

    private static String list(String query) throws Exception {
        Pool.Connection c = POOL.borrow();
        try { Thread.sleep(2); return "orders of " + query; } finally { POOL.giveBack(c); }
    }

    private static String export(String query) throws Exception {
        Pool.Connection c = POOL.borrow();
        int month;
        try { month = Integer.parseInt(query.substring(query.indexOf('=') + 1)); } catch (NumberFormatException e) { return "no such month"; }
        POOL.giveBack(c);
        return "export of month " + month;
    }
}
JAVA
    build
    "${JAVA[@]}" -cp classes shop.Orders > "$KEEP_DIR/orders.log" 2>&1 &
    wait_port 127.0.0.1 8080
    "${JAVA[@]}" -cp classes shop.Load 8080 20 "shop-web/7.1" '/orders?customer={}' '/orders?customer=4{}' '/export?month=11'
    "${JAVA[@]}" -cp classes shop.Load 8080 5 "reporting/2" '/export?month=nov' '/orders?customer=9{}'
    "${JAVA[@]}" -cp classes shop.Load 8080 24 "shop-web/7.1" '/orders?customer=1{}'
}

# The program was compiled against version 2 of a library and is started with version 1.
capture_jvm_no_such_method() {
    source_log
    mkdir -p lib1/tax lib2/tax out1 out2
    echo 'package tax; public class Rates { public static int of(String country) { return 19; } }' > lib1/tax/Rates.java
    echo 'package tax; public class Rates { public static int of(String country, boolean reduced) { return reduced ? 7 : 19; } }' > lib2/tax/Rates.java
    javac -d out1 lib1/tax/Rates.java
    javac -d out2 lib2/tax/Rates.java
    cat > src/shop/Invoices.java << 'JAVA'
package shop;

final class Invoices {
    public static void main(String[] args) throws Exception {
        Log.info("invoices 2.0.0 starting with tax-rates from lib/tax-rates.jar");
        new Web(3).page("/invoice", q -> "total " + (100 + tax.Rates.of("DE", q.endsWith("3")))).page("/health", q -> "up").start();
    }
}
JAVA
    javac -cp out2 -d classes src/shop/*.java
    mkdir lib
    jar --create --file lib/tax-rates.jar -C out1 .
    "${JAVA[@]}" -cp classes:lib/tax-rates.jar shop.Invoices > "$KEEP_DIR/invoices.log" 2>&1 &
    wait_port 127.0.0.1 8080
    "${JAVA[@]}" -cp classes shop.Load 8080 6 "shop-web/7.1" '/health' '/invoice?order={}'
}

# Classes of release 25 under Java 17, started three times as a unit with Restart=on-failure does.
capture_jvm_class_version() {
    mkdir -p src/shop classes
    echo 'package shop; public class Main { public static void main(String[] a) { System.out.println("up"); } }' > src/shop/Main.java
    "$JAVAC25" --release 25 -d classes src/shop/Main.java
    for try in 1 2 3; do
        echo "$(date +%T) start $try of shop 6.0.0"
        "${JAVA[@]}" -cp classes shop.Main 2>&1 || status=$?
        echo "$(date +%T) shop ended with status $status"
        sleep 1
    done > "$KEEP_DIR/start.log"
}

# A category is its own grandparent; walking up the tree never ends.
capture_jvm_stack_overflow() {
    source_log
    cat > src/shop/Tree.java << 'JAVA'
package shop;

import java.util.Map;

final class Tree {
    private static final Map<String, String> PARENT = Map.of("shoes", "clothes", "clothes", "all", "boots", "winter", "winter", "sale", "sale", "boots");

    public static void main(String[] args) throws Exception {
        Log.info("category service 0.9.4 starting, 5 categories");
        new Web(2).page("/path", q -> path(q.substring(2))).start();
    }

    private static String path(String category) {
        String parent = PARENT.get(category);
        return parent == null ? category : join(category, parent);
    }

    private static String join(String category, String parent) { return path(parent) + " > " + category; }
}
JAVA
    build
    "${JAVA[@]}" -cp classes shop.Tree > "$KEEP_DIR/categories.log" 2>&1 &
    wait_port 127.0.0.1 8080
    "${JAVA[@]}" -cp classes shop.Load 8080 12 "shop-web/7.1" '/path?c=shoes' '/path?c=clothes'
    "${JAVA[@]}" -cp classes shop.Load 8080 1 "shop-web/7.1" '/path?c=shoes' '/path?c=boots' '/path?c=clothes' '/path?c=sale' '/path?c=shoes'
}

# Files are opened and never closed. At the limit the page of an existing product says 404, because the Java exception
# of a full table is the same as that of a missing file.
capture_jvm_files_not_closed() {
    source_log
    mkdir products
    for id in $(seq 1 200); do echo "product $id" > "products/$id.txt"; done
    cat > src/shop/Products.java << 'JAVA'
package shop;

import java.io.*;
import java.util.*;

final class Products {
    private static final List<InputStream> OPEN = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Log.info("products 4.0.2 starting, 200 products in /srv/shop/products");
        Thread stock = new Thread(Products::reload, "stock-reload");
        stock.setDaemon(true);
        stock.start();
        new Web(4).page("/product", Products::show).start();
    }

    private static String show(String query) throws IOException {
        String id = query.substring(3);
        try {
            InputStream in = new FileInputStream("/srv/shop/products/" + id + ".txt");
            synchronized (OPEN) { OPEN.add(in); }
            return new BufferedReader(new InputStreamReader(in)).readLine();
        } catch (FileNotFoundException e) {
            Log.warn("no such product: " + id);
            throw e;
        }
    }

    private static void reload() {
        while (true) {
            try { Thread.sleep(2500); new FileInputStream("/srv/shop/products/1.txt").close(); Log.info("stock reloaded"); }
            catch (Exception e) { Log.error("stock not reloaded", e); }
        }
    }
}
JAVA
    build
    (ulimit -n 90; exec "${JAVA[@]}" -cp classes shop.Products > "$KEEP_DIR/products.log" 2>&1) &
    wait_port 127.0.0.1 8080
    "${JAVA[@]}" -cp classes shop.Load 8080 1 "warm-up" $(seq -f '/product?id=%g' 1 60)
    "${JAVA[@]}" -cp classes shop.Load 8080 1 "shop-web/7.1" $(seq -f '/product?id=%g' 61 190)
    sleep 3
}

# A healthy service under modest load, with the log of its garbage collector.
capture_jvm_gc_log_healthy() {
    source_log
    cat > src/shop/Carts.java << 'JAVA'
package shop;

import java.util.*;

final class Carts {
    public static void main(String[] args) throws Exception {
        Log.info("carts 2.3.0 starting");
        new Web(4).page("/cart", Carts::cart).page("/error-report", q -> "0 errors").start();
    }

    private static String cart(String query) {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) { lines.add(new byte[4000]); }
        return "items: " + lines.size();
    }
}
JAVA
    build
    "${JAVA[@]}" -Xmx128m -Xms64m -XX:+UseG1GC -Xlog:gc*,safepoint:file=/srv/shop/gc.log:time,uptime,level,tags -cp classes shop.Carts > "$KEEP_DIR/1-carts.log" 2>&1 &
    PID=$!
    wait_port 127.0.0.1 8080
    "${JAVA[@]}" -cp classes shop.Load 8080 400 "shop-web/7.1" '/cart?customer={}' '/error-report?day=fatal-{}'
    kill "$PID"
    wait || true
    cp /srv/shop/gc.log "$KEEP_DIR/2-gc.log"
}

# A class fails once in its static initialiser; ever after Java says that the class cannot be had.
capture_jvm_static_initialiser_once() {
    source_log
    cat > src/shop/Taxes.java << 'JAVA'
package shop;

import java.util.*;

final class Taxes {
    private static final Map<String, Integer> RATES = read();

    static int of(String country) { return RATES.get(country); }

    private static Map<String, Integer> read() {
        Map<String, Integer> rates = new HashMap<>();
        for (String line : List.of("DE=19", "FR=20", "SE=25%", "IT=22")) {
            String[] parts = line.split("=");
            rates.put(parts[0], Integer.parseInt(parts[1]));
        }
        return rates;
    }

    public static void main(String[] args) throws Exception {
        Log.info("start");
    }
}
JAVA
    cat > src/shop/Prices.java << 'JAVA'
package shop;

final class Prices {
    public static void main(String[] args) throws Exception {
        Log.info("prices 7.0.1 starting");
        new Web(4).page("/net", q -> "100").page("/gross", q -> "" + (100 + Taxes.of("DE"))).start();
    }
}
JAVA
    build
    "${JAVA[@]}" -cp classes shop.Prices > "$KEEP_DIR/prices.log" 2>&1 &
    wait_port 127.0.0.1 8080
    "${JAVA[@]}" -cp classes shop.Load 8080 12 "shop-web/7.1" '/net?sku={}'
    "${JAVA[@]}" -cp classes shop.Load 8080 60 "shop-web/7.1" '/gross?sku={}' '/net?sku={}'
}

# A server that starts a thread per request, as a user who may have few.
capture_jvm_no_more_threads() {
    source_log
    cat > src/shop/Mails.java << 'JAVA'
package shop;

final class Mails {
    public static void main(String[] args) throws Exception {
        Log.info("mails 1.6.0 starting, one thread per mail");
        for (int i = 1; i <= 90; i++) {
            int mail = i;
            try {
                new Thread(() -> send(mail), "mail-" + i).start();
            } catch (Throwable e) {
                Log.error("mail " + i + " not sent", e);
            }
            Thread.sleep(10);
        }
        Log.warn("90 mails read, see errors above");
    }

    private static void send(int mail) {
        Log.info("mail " + mail + " handed to relay");
        try { Thread.sleep(20_000); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
    }
}
JAVA
    build
    chmod -R a+rX .
    setpriv --reuid=nobody --regid=nogroup --clear-groups prlimit --nproc=70 \
        timeout 25 "${JAVA[@]}" -XX:+UseSerialGC -cp classes shop.Mails > "$KEEP_DIR/mails.log" 2>&1 || true
}

run_cases "$@"
