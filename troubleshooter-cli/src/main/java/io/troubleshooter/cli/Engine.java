package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.InputLimits;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The library, set up as asked. */
final class Engine {

    private static final int MOST_THREADS = 256;

    private Engine() {}

    static Troubleshooter of(Settings settings, Surroundings around) {
        return builder(settings, around).build();
    }

    /** To which a model and stores may be added. */
    static Troubleshooter.Builder builder(Settings settings, Surroundings around) {
        Troubleshooter.Builder builder =
                Troubleshooter.builder().clock(around.clock()).inputLimits(limits(settings));
        String zone = settings.value(Option.ZONE);
        if (!zone.equals("UTC")) {
            builder.zone(zone(settings));
        }
        String pack = settings.value(Option.RULES);
        if (!pack.isEmpty()) {
            builder.rules(RulePack.read(pack));
        }
        int threads = threads(settings);
        if (threads > 1) {
            builder.executor(workers(threads), threads);
        }
        return builder;
    }

    private static InputLimits limits(Settings settings) {
        InputLimits usual = InputLimits.DEFAULT;
        String total = settings.value(Option.MAX_BYTES);
        long totalBytes = total.equals("unlimited") ? usual.totalBytes() : settings.size(Option.MAX_BYTES);
        long lineBytes = settings.size(Option.MAX_LINE_BYTES);
        if (totalBytes < 1) {
            throw settings.wrong(Option.MAX_BYTES, settings.get(Option.MAX_BYTES), "1 or more");
        }
        if (lineBytes < 1 || lineBytes > 1 << 26) {
            throw settings.wrong(Option.MAX_LINE_BYTES, settings.get(Option.MAX_LINE_BYTES), "from 1 to 64M");
        }
        return new InputLimits((int) lineBytes, totalBytes, usual.partBytes());
    }

    static ZoneId zone(Settings settings) {
        try {
            return ZoneId.of(settings.value(Option.ZONE));
        } catch (DateTimeException unknown) {
            throw settings.wrong(Option.ZONE, settings.get(Option.ZONE), "a zone such as UTC, Europe/Berlin or +02:00");
        }
    }

    private static int threads(Settings settings) {
        long threads = settings.size(Option.THREADS);
        if (threads < 1 || threads > MOST_THREADS) {
            throw settings.wrong(Option.THREADS, settings.get(Option.THREADS), "a number from 1 to " + MOST_THREADS);
        }
        return (int) threads;
    }

    /** They must not keep the process alive. */
    private static ExecutorService workers(int threads) {
        return Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "tst-worker");
            thread.setDaemon(true);
            return thread;
        });
    }
}
