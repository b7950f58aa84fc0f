package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.AuditLog.Entry;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.guard.AuditLog.Verification;
import io.troubleshooter.guard.UsageReport;
import io.troubleshooter.guard.UsageReport.Figures;
import io.troubleshooter.guard.UsageReport.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AuditLog} keeps to. */
public interface AuditLogContract {

    Instant BEGUN = Instant.parse("2026-03-01T10:00:00Z");

    /** An empty log that keeps at least 100 events. */
    AuditLog audit();

    @Test
    default void theNewestComeFirst() {
        AuditLog audit = audit();
        Event first = new Event(BEGUN, "ada", "s1", "answer", "model=m tokens=12", 40);
        Event second = new Event(BEGUN, "bob", "s2", "feedback", "cause=a/b", 0);
        audit.record(first);
        audit.record(second);
        assertThat(audit.recent(10)).containsExactly(second, first);
        assertThat(audit.recent(1)).containsExactly(second);
    }

    @Test
    default void pagesGoOnWhereTheLastOneEnded() {
        AuditLog audit = audit();
        for (int i = 1; i <= 7; i++) {
            audit.record(event(i % 2 == 0 ? "red/ada" : "redder/bob", i));
        }
        List<Entry> first = audit.page("red/", Long.MAX_VALUE, 2);
        assertThat(first).extracting(Entry::place).containsExactly(6L, 4L);
        assertThat(audit.page("red/", 4, 2)).containsExactly(new Entry(2, event("red/ada", 2)));
        assertThat(audit.page("red/", 2, 2)).isEmpty();
        assertThat(audit.page("", 3, 9)).extracting(Entry::place).containsExactly(2L, 1L);
        assertThat(audit.page("r%", Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    default void anEmptyChainAndALongOneAreSound() {
        AuditLog audit = audit();
        assertThat(audit.verify()).isEqualTo(new Verification(0, null));
        for (int i = 1; i <= 50; i++) {
            audit.record(event("ada", i));
        }
        assertThat(audit.verify()).isEqualTo(new Verification(50, null));
    }

    @Test
    default void whatIsOldCanBeForgottenAndTheRestStillVerified() {
        AuditLog audit = audit();
        for (int i = 1; i <= 10; i++) {
            audit.record(event("ada", i));
        }
        assertThat(audit.forget(BEGUN.plusSeconds(7))).isEqualTo(6);
        assertThat(audit.forget(BEGUN.plusSeconds(7))).isZero();
        audit.record(event("ada", 11));
        assertThat(audit.verify()).isEqualTo(new Verification(5, null));
        assertThat(audit.page("", Long.MAX_VALUE, 100)).extracting(Entry::place).containsExactly(11L, 10L, 9L, 8L, 7L);

        assertThat(audit.forget(BEGUN.plusSeconds(99))).isEqualTo(5);
        audit.record(event("ada", 12));
        assertThat(audit.verify()).isEqualTo(new Verification(1, null));
        assertThat(audit.page("", Long.MAX_VALUE, 100)).extracting(Entry::place).containsExactly(12L);
    }

    @Test
    default void usageIsSummedByDayAccountModelAndPrompts() {
        AuditLog audit = audit();
        audit.record(
                answer(0, "red/ada", "answer", "model=m1 prompts=explain@v2 input=100 output=10 cached=false", 40));
        audit.record(
                answer(0, "red/ada", "answer", "model=m1 prompts=explain@v2 input=200 output=20 cached=false", 60));
        audit.record(
                answer(0, "red/ada", "cached-answer", "model=m1 prompts=explain@v2 input=0 output=0 cached=true", 0));
        audit.record(answer(0, "red/ada", "fall-back", "why=TimedOut model=none prompts=none input=5 output=x", 3));
        audit.record(answer(1, "red/bob", "answer", "", 7));
        audit.record(answer(1, "red/bob", "feedback", "rank=1 model=m9", 0));
        audit.record(answer(1, "blue/ada", "answer", "model=m2 input=1 output=1", 9));
        audit.record(answer(2, "red/ada", "answer", "model=m2 input=1 output=1", 9));

        LocalDate day = LocalDate.parse("2026-03-01");
        UsageReport usage = audit.usage("red/", BEGUN, BEGUN.plusSeconds(2 * 86_400));
        assertThat(usage.rows())
                .containsExactly(
                        new Row(day, "red/ada", "m1", "explain@v2", new Figures(3, 1, 300, 30, 100)),
                        new Row(day, "red/ada", "none", "none", new Figures(1, 0, 5, 0, 3)),
                        new Row(day.plusDays(1), "red/bob", "none", "none", new Figures(1, 0, 0, 0, 7)));
        assertThat(usage.total()).isEqualTo(new Figures(5, 1, 305, 30, 110));
        assertThat(usage.byDay()).containsOnlyKeys(day, day.plusDays(1));
        assertThat(usage.byAccount()).containsEntry("red/bob", new Figures(1, 0, 0, 0, 7));
        assertThat(usage.byModel()).containsOnlyKeys("m1", "none");
        assertThat(usage.byPromptVersion()).containsOnlyKeys("explain@v2", "none");
        assertThat(audit.usage("", BEGUN.plusSeconds(1), BEGUN.plusSeconds(86_400))
                        .rows())
                .isEmpty();
    }

    private static Event event(String account, int second) {
        return new Event(BEGUN.plusSeconds(second), account, "s" + second, "answer", "n=" + second, second);
    }

    private static Event answer(int day, String account, String action, String detail, long microUsd) {
        return new Event(BEGUN.plusSeconds(day * 86_400L), account, "s1", action, detail, microUsd);
    }
}
