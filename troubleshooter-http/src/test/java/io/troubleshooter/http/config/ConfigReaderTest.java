package io.troubleshooter.http.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    @TempDir
    Path folder;

    private ServiceConfig file(String yaml) throws IOException {
        return ConfigReader.read(Files.writeString(folder.resolve("tst.yaml"), yaml), Map.of(), Map.of());
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndTheCommandLineBeforeBoth() throws IOException {
        Path file =
                Files.writeString(folder.resolve("tst.yaml"), "listen: {port: 1, host: '::1'}\nsessions: {idle: 5m}\n");
        Map<String, String> environment =
                Map.of("TST_LISTEN_PORT", "2", "TST_LISTEN_HOST", "127.0.0.2", "PATH", "/bin");

        ServiceConfig config = ConfigReader.read(file, environment, Map.of("listen.port", "3"));

        assertThat(config.listen().port()).isEqualTo(3);
        assertThat(config.listen().host()).isEqualTo("127.0.0.2");
        assertThat(config.sessions().idle()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void variablesReachEverySetting() {
        Map<String, String> environment = Map.of(
                "TST_ACCESS_OIDC_CLOCK_SKEW", "5s", "TST_FETCH_PORTS", "80, 81", "TST_SESSIONS_AUDIT_RETENTION", "9d");

        ServiceConfig config = ConfigReader.read(null, environment, Map.of());

        assertThat(config.access().oidc().clockSkew()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.fetch().ports()).isEqualTo(List.of(80, 81));
        assertThat(config.sessions().auditRetention()).isEqualTo(Duration.ofDays(9));
    }

    @Test
    void whatIsEmptyInTheFileStaysAsItIs() throws IOException {
        assertThat(file("listen:\nstorage:\n  file:\nmodel: {}\n")).isEqualTo(ConfigReader.defaults());
        assertThat(file("")).isEqualTo(ConfigReader.defaults());
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() {
        assertThatThrownBy(() -> file("listen: {prot: 1}\n"))
                .hasMessageContaining("listen.prot; the nearest is listen.port");
        assertThatThrownBy(() -> ConfigReader.read(null, Map.of(), Map.of("listen.hosts", "a")))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("listen.hosts; the nearest is listen.host");
        assertThatThrownBy(() -> file("hooks: {outgoing: [{url: 'http://a', formt: json}]}\n"))
                .hasMessageContaining("hooks.outgoing[0].formt");
    }

    @ParameterizedTest
    @CsvSource({
        "TST_LISTEN_PROT, TST_LISTEN_PORT",
        "TST_SESSIONS_IDLE_TIME, TST_SESSIONS_IDLE",
        "TST_LISTN_PORT, TST_LISTEN_PORT",
        "TST_ACCESS_REQIRED, TST_ACCESS_REQUIRED",
        "TST_ACCESS_OIDC_CLOCKSKEW, TST_ACCESS_OIDC_CLOCK_SKEW"
    })
    void variablesThatAreMeantAsSettingsAndAreNoneAreRefused(String variable, String nearest) {
        assertThatThrownBy(() -> ConfigReader.read(null, Map.of(variable, "1"), Map.of()))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContainingAll(variable, "the nearest is " + nearest);
    }

    @Test
    void variablesOfTheOtherCommandsAreLeftAlone() {
        Map<String, String> others = Map.of(
                "TST_JAVA_OPTS",
                "-Xmx1g",
                "TST_MODEL",
                "m",
                "TST_PAGER",
                "less",
                "TST_ACCESSIBLE",
                "1",
                "TST_RULES",
                "r");

        assertThat(ConfigReader.read(null, others, Map.of())).isEqualTo(ConfigReader.defaults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen: {port: abc}           | listen.port has to be a number",
                "listen: {port: 70000}         | listen.port has to be a number from 0 to 65535",
                "listen: 8                     | listen has to hold settings by name",
                "[a]                           | The file of settings has to hold settings by name",
                "listen: {port: 1, port: 2}    | at line 1",
                "listen: [1                    | no YAML",
                "listen: {publicUrl: here}     | listen.publicUrl has to be an address",
                "listen: {trustedProxies: 5}   | listen.trustedProxies has to be a list",
                "access: {required: perhaps}   | access.required has to be true or false",
                "sessions: {idle: -5m}         | sessions.idle has to be a duration",
                "sessions: {idle: soon}        | sessions.idle has to be a duration such as 15s",
                "sessions: {retention: 0d}     | sessions.retention has to be a duration",
                "limits: {body: 64MB}          | limits.body has to be a size such as 64MiB",
                "storage: {directUploads: true} | storage.directUploads has to be false where storage.kind is not aws",
                "limits: {workers: 0}          | limits.workers has to be a number of 1 or more",
                "model: {dailyBudget: -1}      | model.dailyBudget has to be an amount",
                "telemetry: {logs: xml}        | telemetry.logs has to be text or json",
                "telemetry: {otlp: collector}  | telemetry.otlp has to be an address"
            })
    void valuesThatMakeNoSenseAreRefusedWithWhatWouldAndNotRepeated(String yaml, String said) {
        assertThatThrownBy(() -> file(yaml.strip() + "\n"))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("xml")
                .hasMessageNotContaining("perhaps");
    }
}
