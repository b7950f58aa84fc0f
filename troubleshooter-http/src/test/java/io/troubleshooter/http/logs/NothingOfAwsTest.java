package io.troubleshooter.http.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a service that reads no logs of CloudWatch pays for it. */
@Timeout(50)
class NothingOfAwsTest {

    @TempDir
    Path folder;

    @Test
    void noClassOfAwsIsLoadedAtStart() throws IOException {
        Path loaded = folder.resolve("classes.log");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                path,
                "io.troubleshooter.http.Main");
        builder.redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("TST_LISTEN_PORT", "0");
        environment.put("TST_STORAGE_FILE", folder.resolve("service.db").toString());

        Process service = builder.start();
        try (BufferedReader said = service.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().anyMatch(line -> line.contains("listening on")))
                    .isTrue();
        } finally {
            service.destroyForcibly().onExit().join();
        }

        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains("io.troubleshooter.http.logs.LogGroups"))
                .noneMatch(line -> line.contains("software.amazon.awssdk") || line.contains("troubleshooter.aws."));
    }
}
