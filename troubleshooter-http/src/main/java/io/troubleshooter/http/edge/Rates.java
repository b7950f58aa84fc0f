package io.troubleshooter.http.edge;

import io.javalin.http.Context;
import io.troubleshooter.bucket4j.BucketRateLimit;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How often somebody may call: a bucket for each key, or user, or (where nobody says who they are) address. Every answer
 * tells how the caller stands, as structured fields (draft-ietf-httpapi-ratelimit-headers-11).
 */
public final class Rates {

    private static final int MINUTE = 60;
    private static final int DAY = 86_400;

    private final int perMinute;
    private final BucketRateLimit limit;
    private final Budgets budgets;
    private final Clock clock;

    /** @param perMinute 1 or more */
    public Rates(int perMinute, Budgets budgets, Clock clock) {
        this.perMinute = perMinute;
        this.limit = new BucketRateLimit(perMinute, Duration.ofSeconds(MINUTE), clock);
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * Counts a request.
     *
     * @param address where it comes from; told apart by it are those who did not have to say who they are
     * @throws ProblemException {@code rate_limited} if it is one too many
     */
    public void count(Context context, Caller caller, String address) {
        BucketRateLimit.Standing standing = limit.take(bucket(caller, address));
        context.header("RateLimit-Policy", "\"requests\";q=" + perMinute + ";w=" + MINUTE);
        context.header("RateLimit", "\"requests\";r=" + standing.left() + ";t=" + seconds(standing.full()));
        if (!standing.granted()) {
            throw ProblemException.after(ProblemCode.RATE_LIMITED, standing.next());
        }
    }

    private static String bucket(Caller caller, String address) {
        return caller.means() == Caller.Means.LOCAL ? "address " + address : "caller " + caller.credential();
    }

    /** Tells how the caller's budget of the day stands, in millionths of a US dollar. */
    public void tellBudget(Context context, Caller caller) {
        Budgets.Balance balance = budgets.balance(caller.account());
        append(context, "RateLimit-Policy", "\"budget\";q=" + balance.limit() + ";w=" + DAY + ";qu=\"micro-usd\"");
        append(context, "RateLimit", "\"budget\";r=" + balance.left() + ";t=" + seconds(untilMidnight()));
    }

    private Duration untilMidnight() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plusDays(1));
    }

    private static void append(Context context, String name, String member) {
        String before = context.res().getHeader(name);
        context.header(name, before == null ? member : before + ", " + member);
    }

    private static long seconds(Duration time) {
        return (time.toMillis() + 999) / 1000;
    }
}
