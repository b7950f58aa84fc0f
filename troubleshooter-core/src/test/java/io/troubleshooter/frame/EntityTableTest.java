package io.troubleshooter.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.redact.Renumbering;
import io.troubleshooter.text.LineRef;
import org.junit.jupiter.api.Test;

class EntityTableTest {

    private static final FrameLimits SMALL = new FrameLimits(10, 10, 3, 4, 2, 10, 10, 10, 1000);

    @Test
    void frequentNamesSurviveAFloodOfRareOnes() {
        EntityTable table = new EntityTable(SMALL);
        for (int i = 0; i < 10_000; i++) {
            table.add("pod", text("web-" + i), LineRef.of("S1", i + 1));
            table.add("pod", text("db"), LineRef.of("S1", i + 1));
        }

        assertThat(table.top(4)).hasSize(4).first().satisfies(entity -> {
            assertThat(entity.value()).hasToString("db");
            assertThat(entity.count()).isEqualTo(10_000);
            assertThat(entity.lines()).containsExactly(LineRef.of("S1", 1), LineRef.of("S1", 2));
        });
    }

    @Test
    void equalNamesOfDifferentKindsAreDifferentThings() {
        EntityTable table = new EntityTable(SMALL);
        table.add("pod", text("web"), LineRef.of("S1", 1));
        table.add("service", text("web"), LineRef.of("S1", 1));

        assertThat(table.top(9)).hasSize(2);
    }

    @Test
    void mergingAddsTheCounts() {
        EntityTable first = new EntityTable(SMALL);
        EntityTable second = new EntityTable(SMALL);
        first.add("host", text("a"), LineRef.of("S1", 1));
        second.add("host", text("a"), LineRef.of("S1", 9));
        first.merge(second, Renumbering.NONE);

        assertThat(first.top(1).get(0).count()).isEqualTo(2);
        assertThat(first.top(1).get(0).lines()).containsExactly(LineRef.of("S1", 1), LineRef.of("S1", 9));
    }

    private static RedactedText text(String text) {
        return Redactor.create().redact(text);
    }
}
