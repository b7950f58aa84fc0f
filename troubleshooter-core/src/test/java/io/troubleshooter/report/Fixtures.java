package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Diagnoses as the engine makes them. */
final class Fixtures {

    static final String DISK_FULL = "2026-11-20 09:43:11.204 UTC [311] ERROR:  could not extend file"
            + " \"base/16384/24601\": No space left on device";

    private static final Provenance OFFLINE = new Provenance("offline", null, null, "0123456789ab", "0.1.0");

    private Fixtures() {}

    static RedactedText text(String text) {
        return Redactor.create().redact(text);
    }

    static Citation citation(String source, long line, String quote, String marked, long count) {
        int at = quote.indexOf(marked);
        int from = quote.substring(0, Math.max(0, at)).getBytes(StandardCharsets.UTF_8).length;
        Span span = marked.isEmpty() || at < 0
                ? null
                : new Span(from, from + marked.getBytes(StandardCharsets.UTF_8).length);
        long last = line + quote.chars().filter(c -> c == '\n').count();
        return new Citation(new LineRef(source, line, last), text(quote), span, count);
    }

    static Diagnosis incident() {
        return diagnosis(
                Verdict.INCIDENT,
                "The database volume is full: checkout could not write since 09:43:11",
                List.of(diskFull(), poolExhausted(), restarted()),
                List.of(),
                List.of("disk use before 09:41: journalctl -u kubelet --since 09:00 shows it"));
    }

    static Diagnosis diagnosis(
            Verdict verdict, String summary, List<Hypothesis> hypotheses, List<SetAside> setAside, List<String> gaps) {
        return new Diagnosis(
                verdict,
                summary,
                hypotheses,
                runbook(),
                setAside,
                gaps,
                OFFLINE,
                Usage.offline(412),
                new RedactionSummary(114, new TreeMap<>(Map.of("ipv4", 61L, "email", 40L, "jwt", 13L))),
                FrameFixture.frame());
    }

    static Diagnosis quoting(String quote, String marked) {
        Hypothesis claim = hypothesis(1, "generic/error", 0.5, List.of(citation("S1", 7, quote, marked, 1)));
        return diagnosis(Verdict.INCIDENT, "Something broke", List.of(claim), List.of(), List.of());
    }

    static Hypothesis hypothesis(int rank, String cause, double confidence, List<Citation> citations) {
        return new Hypothesis(
                rank,
                cause,
                "Title of " + cause,
                "Explanation of " + cause + ".",
                confidence,
                true,
                citations,
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    private static Hypothesis diskFull() {
        return new Hypothesis(
                1,
                "database/disk-full",
                "The database volume is full",
                "PostgreSQL could not extend its files. Every write after that failed.",
                0.91,
                true,
                List.of(
                        citation("S2", 1184, DISK_FULL, "No space left on device", 37),
                        citation("S2", 1186, "2026-11-20 09:43:11.209 UTC [311] HINT:  Check free disk space.", "", 1),
                        citation("S1", 20417, checkoutError(), "", 2310)),
                List.of(new Fix(
                        "Grow the volume claim",
                        "kubectl -n shop patch pvc pg-data --patch-file grow-100Gi.yaml",
                        "medium",
                        "none, a claim cannot shrink; take a snapshot first")),
                List.of(
                        new Check(
                                "Look at the size of the claim",
                                "kubectl -n shop get pvc pg-data -o wide",
                                "50Gi and Bound",
                                "if there is free space, go to [2]"),
                        new Check("Look at what grew", "du -xsh /var/lib/postgresql/data/*", "pg_wal above 10G", null)),
                List.of(2, 3),
                0);
    }

    private static String checkoutError() {
        return "09:43:12.310 ERROR [exec-12] o.h.e.j.s.SqlExceptionHelper - ERROR: could not extend file"
                + " \"base/16384/24601\": No space left on device\n"
                + "\tat org.postgresql.core.v3.QueryExecutorImpl.receiveErrorResponse(QueryExecutorImpl.java:2725)";
    }

    private static Hypothesis poolExhausted() {
        return new Hypothesis(
                2,
                "db-pool/exhausted",
                "30 of 30 connections were busy from 09:43:40",
                "Each request waited for a connection that was never given back.",
                0.42,
                true,
                List.of(citation(
                        "S1", 20533, "HikariPool-1 - Connection is not available", "Connection is not available", 12)),
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    private static Hypothesis restarted() {
        return new Hypothesis(
                3,
                "kubernetes/liveness-restart",
                "checkout was restarted twice",
                "The kubelet restarted it.",
                0.15,
                false,
                List.of(citation("S1", 31002, "Starting CheckoutApplication", "", 2)),
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    static Diagnosis healthy() {
        return diagnosis(
                Verdict.NO_INCIDENT,
                "Nothing in these lines needs action",
                List.of(),
                List.of(
                        new SetAside(LineRef.of("S1", 812), text("client closed request"), 3, "the client went away"),
                        new SetAside(LineRef.of("S1", 90), text("deprecated property"), 55, "since the start")),
                List.of("anything from other pods: kubectl logs checkout-7d9f --previous | tst"));
    }

    static Diagnosis unclear() {
        return diagnosis(
                Verdict.INSUFFICIENT_EVIDENCE,
                "Something failed, but these lines do not say why",
                List.of(hypothesis(
                        1,
                        "kubernetes/crash-loop",
                        0.2,
                        List.of(citation("S1", 9, "Back-off restarting failed container app", "Back-off", 1)))),
                List.of(),
                List.of("the output of the container before it ended"));
    }

    private static List<RunbookStep> runbook() {
        return List.of(
                new RunbookStep(1, "Look at the free space", "df -h /var/lib/postgresql/data", "settles [1]"),
                new RunbookStep(2, "Grow the volume claim", null, "mends [1]"));
    }

    static Map<Level, Long> levels() {
        Map<Level, Long> levels = new TreeMap<>();
        for (Level level : Level.values()) {
            levels.put(level, 10L * level.ordinal());
        }
        return levels;
    }
}
