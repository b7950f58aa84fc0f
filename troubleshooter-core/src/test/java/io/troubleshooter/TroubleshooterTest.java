package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.input.LogSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job through the front door. */
class TroubleshooterTest {

    private static final String POOL_LOG = """
            2026-11-20 09:43:10.001  INFO 1 --- [main] c.acme.Orders : Starting Orders
            2026-11-20 09:43:11.204 ERROR 1 --- [exec-3] c.acme.Orders : order 7 failed
            org.postgresql.util.PSQLException: FATAL: sorry, too many clients already
            \tat org.postgresql.core.v3.ConnectionFactoryImpl.doAuthentication(ConnectionFactoryImpl.java:693)
            \tat com.acme.Orders.place(Orders.java:41)
            2026-11-20 09:43:12.204 ERROR 1 --- [exec-4] c.acme.Orders : order 8 failed
            org.postgresql.util.PSQLException: FATAL: sorry, too many clients already
            \tat org.postgresql.core.v3.ConnectionFactoryImpl.doAuthentication(ConnectionFactoryImpl.java:693)
            \tat com.acme.Orders.place(Orders.java:41)
            """;

    @TempDir
    Path folder;

    @Test
    void namesTheCauseAndCitesTheLineThatShowsIt() {
        Diagnosis diagnosis = Troubleshooter.create().diagnose(LogSource.text(POOL_LOG, "orders.log"));

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.INCIDENT);
        assertThat(diagnosis.hypotheses().get(0)).satisfies(top -> {
            assertThat(top.cause()).isEqualTo("postgres/too-many-clients");
            assertThat(top.verified()).isTrue();
            assertThat(top.citations().get(0).lines().first()).isBetween(2L, 3L);
            assertThat(top.citations().get(0).quote().toString()).contains("too many clients already");
        });
    }

    @Test
    void theFrameCountsRecordsAndGroupsTraces() {
        IncidentFrame frame = Troubleshooter.create().frame(List.of(LogSource.text(POOL_LOG, "orders.log")));

        assertThat(frame.sources().get(0).lines()).isEqualTo(9);
        assertThat(frame.sources().get(0).records()).isEqualTo(3);
        assertThat(frame.traces()).singleElement().satisfies(trace -> {
            assertThat(trace.count()).isEqualTo(2);
            assertThat(trace.culprit()).hasToString("com.acme.Orders.place");
            assertThat(trace.inApp()).isTrue();
        });
    }

    @Test
    void aFileAndAStreamOfItGiveTheSameFrame() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.log"), POOL_LOG);
        byte[] bytes = POOL_LOG.getBytes(StandardCharsets.UTF_8);

        assertThat(Troubleshooter.create().frame(List.of(LogSource.of(file))))
                .isEqualTo(Troubleshooter.create()
                        .frame(List.of(LogSource.of(new ByteArrayInputStream(bytes), "orders.log"))));
    }

    @Test
    void aDirectoryStandsForTheLogsInIt() throws IOException {
        Files.writeString(folder.resolve("a.log"), POOL_LOG);
        Files.writeString(folder.resolve("b.log"), "2026-11-20 09:43:10.001  INFO all is well\n");

        IncidentFrame frame = Troubleshooter.create().frame(List.of(LogSource.of(folder)));

        assertThat(frame.sources()).extracting(s -> s.id() + " " + s.name()).containsExactly("S1 a.log", "S2 b.log");
    }

    @Test
    void aMissingFileIsSaidWithWhatToDo() {
        assertThatThrownBy(() -> Troubleshooter.create().diagnose(LogSource.of(folder.resolve("nope.log"))))
                .isInstanceOfSatisfying(TroubleshooterException.class, e -> {
                    assertThat(e.code()).isEqualTo(TroubleshooterException.Code.UNREADABLE_INPUT);
                    assertThat(e.advice()).isNotBlank();
                });
    }

    @Test
    void everyPhysicalLineHasATemplateInOrder() {
        List<String> rows = new ArrayList<>();
        Troubleshooter.create()
                .templates(LogSource.text(POOL_LOG, "a"), (line, id, template) -> rows.add(line + " " + template));

        assertThat(rows).hasSize(9);
        assertThat(rows.get(1)).startsWith("2 ").endsWith("failed");
        assertThat(rows.get(2).substring(2))
                .as("a line of the same record")
                .isEqualTo(rows.get(1).substring(2));
    }

    @Test
    void redactsLineForLine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Troubleshooter.create().redact(LogSource.text("a\npassword=hunter2hunter2\n\nb", "a"), out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(4).noneMatch(line -> line.contains("hunter2"));
    }
}
