package io.troubleshooter.http.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A log of a given length, the same each time: payments, warnings, heartbeats that repeat, errors with stack traces from
 * the second half on, and what a stranger might write into a log.
 */
final class GeneratedLog {

    /** Lines of a stack trace below its error. */
    static final int TRACE = 12;

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 9, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final List<String> HOSTILE = List.of(
            "<script>window.broken = 1</script>",
            "<img src=x onerror=\"window.broken = 1\">",
            "</span></div><h1 onclick=alert(1)>hello</h1>",
            "${window.broken = 1} {{window.broken = 1}} javascript:alert(1)",
            "\u202eright to left\u202c and \u200bzero width",
            "[click here](javascript:alert(1)) ![x](https://example.com/x.png)");

    private final List<String> lines = new ArrayList<>();
    private final int total;

    private GeneratedLog(int total) {
        this.total = total;
    }

    static GeneratedLog of(int total) {
        GeneratedLog log = new GeneratedLog(total);
        for (int i = 1; log.lines.size() < total; i++) {
            log.event(i);
        }
        return log;
    }

    private void event(int i) {
        if (i <= HOSTILE.size()) {
            add("INFO  note " + i + " " + HOSTILE.get(i - 1));
        } else if (i % 97 == 0 && lines.size() > total / 2) {
            error(i);
        } else if (i % 31 == 0) {
            add("WARN  checkpoints are occurring too frequently (" + i % 9 + " seconds apart)");
        } else if (i % 203 == 0) {
            repeat();
        } else {
            add("INFO  " + quiet(i));
        }
    }

    /** Kinds that take turns: lines of one kind in a row would be folded. */
    private static String quiet(int i) {
        return switch (i % 3) {
            case 0 -> "payment " + i + " accepted in " + i % 300 + " ms by 10.3.2." + i % 7;
            case 1 -> "basket " + i + " opened";
            default -> "stock of article " + i % 70 + " reserved";
        };
    }

    private void error(int i) {
        add("ERROR could not extend file \"base/16384/" + i + "\": No space left on device");
        for (int frame = 0; frame < TRACE; frame++) {
            plain("\tat com.example.shop.Ledger.step" + frame + "(Ledger.java:" + (frame + 40) + ")");
        }
    }

    private void repeat() {
        for (int beat = 0; beat < 14; beat++) {
            add("INFO  heartbeat of the scheduler");
        }
    }

    private void add(String text) {
        plain(START.plus(lines.size() * 40L, java.time.temporal.ChronoUnit.MILLIS)
                        .format(TIME) + " " + text);
    }

    private void plain(String line) {
        if (lines.size() < total) {
            lines.add(line);
        }
    }

    /** @param n from 1 */
    String line(int n) {
        return lines.get(n - 1);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Numbers of the lines in which this stands. */
    List<Integer> with(String words) {
        List<Integer> found = new ArrayList<>();
        for (int n = 1; n <= lines.size(); n++) {
            if (line(n).contains(words)) {
                found.add(n);
            }
        }
        return found;
    }

    /** When the line was written, by its place. */
    static Instant time(int n) {
        return START.toInstant(ZoneOffset.UTC).plusMillis((n - 1) * 40L);
    }
}
