package io.troubleshooter.http.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.cloudwatch.CloudWatchLimits;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogs;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.http.config.CloudWatch;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.tool.Tool;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The log groups of CloudWatch that may be read here, and nothing of AWS where there are none. What it brings is not
 * redacted yet: it is evidence, or the output of a tool. Thread-safe.
 */
public final class LogGroups implements AutoCloseable {

    /** Each may hold its text in memory. */
    private static final int AT_ONCE = 4;

    private static final Duration LATER = Duration.ofSeconds(5);

    /** A model looks several times for one answer. */
    private static final int LOOKS = 10;

    private static final Duration LOOK = Duration.ofSeconds(10);

    /** In which a query can be told to stop. */
    private static final long LAST_SECONDS = 3;

    private final @Nullable Reading reading;
    private final AuditLog audit;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    private LogGroups(@Nullable Reading reading, AuditLog audit, Clock clock) {
        this.reading = reading;
        this.audit = audit;
        this.clock = clock;
    }

    /** What there is where groups may be read. */
    private record Reading(CloudWatchLogs logs, CloudWatchLogs looks, LogsFormReader forms, Stops stops) {

        static Reading open(CloudWatch settings, Clock clock) {
            CloudWatchLimits limits = limits(settings);
            CloudWatchLimits least = limits.withScanBytes(Math.max(1, limits.scanBytes() / LOOKS))
                    .withTime(shorter(limits.time()));
            AwsAccess access = access(settings);
            return new Reading(
                    new CloudWatchLogs(access, limits, clock),
                    new CloudWatchLogs(access, least, clock),
                    new LogsFormReader(limits, clock),
                    new Stops());
        }

        private static Duration shorter(Duration time) {
            return time.compareTo(LOOK) < 0 ? time : LOOK;
        }

        private static AwsAccess access(CloudWatch settings) {
            return new AwsAccess(
                    given(settings.region()),
                    given(settings.profile()),
                    null,
                    settings.endpoint().isEmpty() ? null : URI.create(settings.endpoint()));
        }

        private static @Nullable String given(String setting) {
            return setting.isEmpty() ? null : setting;
        }

        private static CloudWatchLimits limits(CloudWatch settings) {
            CloudWatchLimits usual = CloudWatchLimits.service(settings.groups());
            return new CloudWatchLimits(
                    usual.groups(),
                    settings.window(),
                    settings.events(),
                    settings.events(),
                    settings.bytes().count(),
                    settings.scan().count(),
                    settings.timeout(),
                    usual.calls());
        }
    }

    /** Asks nothing of AWS yet, and loads nothing of it where no group may be read. */
    public static LogGroups open(CloudWatch settings, AuditLog audit, Clock clock) {
        return new LogGroups(settings.enabled() ? Reading.open(settings, clock) : null, audit, clock);
    }

    private Reading reading() {
        if (reading == null) {
            throw ProblemException.invalid(
                    "/cloudwatch", "CloudWatch Logs is not set up here; paste the text, or upload the file.");
        }
        return reading;
    }

    /** For a model: read only, and each look under a part of the limits. None where no group may be read. */
    public List<Tool> tools() {
        return reading == null ? List.of() : reading.looks.tools();
    }

    /**
     * Brings what a form asks for, all of it or nothing.
     *
     * @param json value of {@code cloudwatch} in the form
     * @throws ProblemException if it may not be had, AWS refuses, or nothing is there
     */
    public Gathered bring(Asker asker, JsonNode json, Keeper keeper) {
        Reading from = reading();
        LogsForm form = from.forms.read(json);
        if (!places.tryAcquire()) {
            throw ProblemException.after(ProblemCode.BUSY, LATER);
        }
        try (Stops.Watched watched = from.stops.watch(asker.gone())) {
            Gathered gathered = gathered(asker, new Gathering(from.logs, form, watched.cancellation()), keeper);
            watched.checkWhole();
            return whole(gathered);
        } finally {
            places.release();
        }
    }

    private Gathered gathered(Asker asker, Gathering gathering, Keeper keeper) {
        LogsForm form = gathering.form();
        try {
            Gathered gathered = gathering.into(keeper);
            String end = gathering.cancellation().isCancelled() ? "stopped" : gathered.isCut() ? "cut" : "whole";
            note(asker, form, gathered.words() + " end=" + end, gathered.microUsd());
            return gathered;
        } catch (TroubleshooterException | ProblemException failed) {
            note(asker, form, "end=failed", 0);
            throw failed instanceof TroubleshooterException refused
                    ? LogFailures.of(refused, form.pointer())
                    : (ProblemException) failed;
        } catch (IOException impossible) {
            throw new IllegalStateException("texts in memory are read without input"); // its message may quote them
        }
    }

    /** Figures alone: names of groups, filters and queries are what somebody typed. */
    private void note(Asker asker, LogsForm form, String figures, long microUsd) {
        String kind = form.query() != null ? "query" : form.scans() ? "search" : "fetch";
        String detail = "kind=" + kind + " groups=" + form.groups().size() + " " + figures;
        audit.record(
                new AuditLog.Event(clock.instant(), asker.account(), asker.session(), "cloudwatch", detail, microUsd));
    }

    private static Gathered whole(Gathered gathered) {
        if (gathered.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.UNUSABLE_EVIDENCE,
                    "There is no such event in that time. Ask for a longer one, or leave the filter out.");
        }
        return gathered;
    }

    /**
     * Names of groups that may be read.
     *
     * @param match what they contain, in any case; empty for all
     * @param most how many
     * @throws ProblemException {@code not_found} where none may be read; {@code logs_unavailable}
     */
    public AllowedGroups.Names names(String match, int most) {
        if (reading == null) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "CloudWatch Logs is not set up here.");
        }
        try (Stops.Watched watched = reading.stops.watch(() -> false)) {
            return new AllowedGroups(reading.logs).matching(match, most, watched.cancellation());
        } catch (TroubleshooterException failed) {
            throw LogFailures.of(failed, "?match");
        }
    }

    /** Cancels all that is under way, takes nothing new, and waits for a moment until it has ended at AWS too. */
    public void stop() {
        if (reading == null) {
            return;
        }
        reading.stops.stop();
        try {
            if (places.tryAcquire(AT_ONCE, LAST_SECONDS, TimeUnit.SECONDS)) {
                places.release(AT_ONCE);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.stops.close();
            reading.logs.close();
            reading.looks.close();
        }
    }
}
