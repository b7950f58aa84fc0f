package io.troubleshooter.benchmarks.scaleout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Two instances on shared stores behind a proxy that sends each request to the next one. Users work all the time; one
 * instance is killed and later started again, then the other one is told to stop. At the end everything that was confirmed
 * has to be there, and what was spent has to be what the answers cost and what the killed instance held. Ends with 1
 * otherwise.
 *
 * <p>Usage: {@code ScaleOut JAR FOLDER PROXY PORT PORT ADMIN-KEY SECONDS RATE}; the stores are in the environment
 */
public final class ScaleOut {

    private static final int USERS = 16;
    private static final int LEASE_SECONDS = 300;

    private final Api.Figures figures = Api.Figures.nothing();
    private final Semaphore pace = new Semaphore(0);
    private final Queue<Known> sessions = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong resumed = new AtomicLong();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final long start = System.nanoTime();
    private final Api api;

    private ScaleOut(URI proxy) {
        this.api = new Api(proxy, pace, figures);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        Map<String, String> settings = settings(folder);
        Instance first = new Instance(jar, Integer.parseInt(args[3]), folder.resolve("first.log"), settings);
        Instance second = new Instance(jar, Integer.parseInt(args[4]), folder.resolve("second.log"), settings);
        boolean sound;
        try {
            sound = new ScaleOut(URI.create(args[2]))
                    .run(first, second, args[5], Integer.parseInt(args[6]), Integer.parseInt(args[7]));
        } finally {
            first.kill();
            second.kill();
        }
        System.exit(sound ? 0 : 1);
    }

    private static Map<String, String> settings(Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("TST_ACCESS_REQUIRED", "true");
        settings.put("TST_MODEL_PROVIDER", "replay");
        settings.put("TST_MODEL_ID", "openai.gpt-oss-120b-1:0");
        settings.put("TST_MODEL_REPLIES", folder.resolve("replies.json").toString());
        settings.put("TST_MODEL_DAILY_BUDGET", "1000");
        settings.put("TST_MODEL_QUESTIONS_PER_MINUTE", "100000");
        settings.put("TST_LIMITS_REQUESTS_PER_MINUTE", "1000000");
        settings.put("TST_SESSIONS_PER_ACCOUNT", "100000");
        return settings;
    }

    private boolean run(Instance first, Instance second, String admin, int seconds, int rate)
            throws IOException, InterruptedException {
        ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();
        var unused = pacer.scheduleAtFixedRate(pace::release, 0, 1_000_000_000L / rate, TimeUnit.NANOSECONDS);
        List<String> keys = keys(admin);
        List<Thread> users = users(keys);
        phase(seconds * 3 / 10, "both work");
        first.kill();
        phase(seconds * 3 / 10, "the first one was killed");
        first.startAgain();
        phase(seconds * 2 / 10, "the first one is there again");
        System.out.printf("%6.1f s  the second one is told to stop%n", elapsed());
        double took = second.stop();
        System.out.printf("%6.1f s  it stopped, within %.1f s%n", elapsed(), took);
        phase(seconds * 2 / 10, "the first one works alone");
        goesOn.set(false);
        for (Thread user : users) {
            user.join();
        }
        double load = elapsed();
        System.out.printf("%6.1f s  the load is over%n", load);
        pace.release(1_000_000);
        BigDecimal spent = sum(keys, "spentUsd"); // before leases of what the killed instance had in work are over
        BigDecimal held = sum(keys, "heldUsd");
        second.startAgain();
        boolean sound = isAllThere(load) & isPaid(keys, spent, held);
        pacer.shutdownNow();
        wrong.stream().limit(20).forEach(each -> System.out.println("WRONG  " + each));
        return sound && wrong.isEmpty();
    }

    private double elapsed() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void phase(int seconds, String what) throws InterruptedException {
        System.out.printf("%6.1f s  %s%n", elapsed(), what);
        TimeUnit.SECONDS.sleep(seconds);
    }

    private List<String> keys(String admin) throws InterruptedException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            String form = "{\"user\":\"user" + i + "\",\"role\":\"analyst\"}";
            keys.add(api.post(admin, "/v1/admin/keys", "application/json", form)
                    .json()
                    .path("key")
                    .asText());
        }
        return keys;
    }

    private List<Thread> users(List<String> keys) {
        SplittableRandom random = new SplittableRandom(7);
        List<Thread> users = new ArrayList<>();
        for (String key : keys) {
            Thread thread = new Thread(new User(api, key, random.split(), sessions, wrong, resumed, goesOn::get));
            thread.start();
            users.add(thread);
        }
        return users;
    }

    private boolean isAllThere(double load) throws InterruptedException {
        long requests = figures.requests().get();
        Check check = new Check(api, wrong);
        check.all(sessions);
        long moved =
                sessions.stream().filter(each -> each.instances().size() > 1).count();
        System.out.printf(
                "%d requests, %.1f/s; %d without an answer and %d to come again were repeated; p50 %.0f ms, p99 %.0f ms%n",
                requests,
                requests / load,
                figures.repeated().get(),
                figures.refused().get(),
                figures.latency().millis(0.5),
                figures.latency().millis(0.99));
        System.out.printf(
                "%d sessions, %d of them on both instances; %d sources, %d answers, %d of feedback confirmed; %d streams resumed%n",
                sessions.size(),
                moved,
                sessions.stream().mapToInt(each -> each.lines().size()).sum(),
                check.answers(),
                sessions.stream().mapToInt(each -> each.feedback().size()).sum(),
                resumed.get());
        System.out.printf("%d wrong or missing%n", wrong.size());
        this.cost = check.cost();
        this.answers = check.answers();
        return wrong.isEmpty() && moved > 0;
    }

    private BigDecimal cost = BigDecimal.ZERO;
    private int answers = 1;

    /** What was spent is what the answers cost; what a killed instance held is free or spent when its lease is over. */
    private boolean isPaid(List<String> keys, BigDecimal spent, BigDecimal held) throws InterruptedException {
        System.out.printf("answers cost %s USD; spent %s USD, held %s USD%n", cost, spent, held);
        BigDecimal left = sum(keys, "heldUsd");
        for (int second = 0; second < LEASE_SECONDS && left.signum() > 0; second++) {
            TimeUnit.SECONDS.sleep(1);
            left = sum(keys, "heldUsd");
        }
        BigDecimal last = sum(keys, "spentUsd");
        System.out.printf("when all leases are over: spent %s USD, held %s USD%n", last, left);
        return isOfWholeAnswers(spent.subtract(cost)) && left.signum() == 0 && last.compareTo(spent.add(held)) == 0;
    }

    /**
     * All answers cost the same here. One that was paid and not stored when its instance was killed was given again: both
     * are paid.
     */
    private boolean isOfWholeAnswers(BigDecimal more) {
        BigDecimal one = cost.divide(BigDecimal.valueOf(answers), 6, RoundingMode.HALF_UP);
        BigDecimal[] twice = more.divideAndRemainder(one);
        System.out.printf("answers paid by the killed instance and given again: %s%n", twice[0]);
        return more.signum() >= 0 && twice[1].signum() == 0 && twice[0].intValue() <= USERS;
    }

    private BigDecimal sum(List<String> keys, String figure) throws InterruptedException {
        BigDecimal sum = BigDecimal.ZERO;
        for (String key : keys) {
            JsonNode budget = api.get(key, "/v1/usage").json().path("budget");
            sum = sum.add(Check.money(budget.path(figure)));
        }
        return sum;
    }
}
