package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCommandTest {

    @TempDir
    Path folder;

    private int health(int port) throws IOException {
        Path config = folder.resolve("tst.yaml");
        Files.writeString(config, "listen: {port: " + port + "}\n");
        return Main.run("health", "--config", config.toString());
    }

    @Test
    void aServiceThatCanServeIsWellAndOneThatIsGoneIsNot() throws IOException {
        Map<String, String> settings = Map.of(
                "listen.port", "0", "storage.file", folder.resolve("a.db").toString());
        int port;
        try (Service service = Service.start(ConfigReader.read(null, Map.of(), settings), Clock.systemUTC())) {
            port = service.port();
            assertThat(health(port)).isZero();
        }
        assertThat(health(port)).isEqualTo(1);
    }
}
