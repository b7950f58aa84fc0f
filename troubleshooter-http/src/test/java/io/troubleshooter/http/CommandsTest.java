package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path folder;

    private Path config;

    /** What a command said and how it ended. */
    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void settings() throws IOException {
        config = folder.resolve("tst.yaml");
        Files.writeString(config, "storage:\n  file: " + folder.resolve("service.db") + "\n");
    }

    private static Ran run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            int exit = Main.run(arguments);
            return new Ran(exit, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Ran keys(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "keys";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--config";
        all[all.length - 1] = config.toString();
        return run(all);
    }

    private Ran create() {
        return keys("create", "--project", "shop", "--user", "ada", "--role", "admin", "--expires", "90d");
    }

    @Test
    void theFirstKeyOfAllOpensTheService() {
        String key = create().out().strip();

        try (RunningService service = RunningService.in(folder, Map.of("access.required", "true"))) {
            HttpResponse<String> me = service.send(service.with(key, "/v1/me"));

            assertThat(me.body()).contains("\"user\":\"ada\"", "\"project\":\"shop\"", "\"role\":\"admin\"");
        }
    }

    @Test
    void keysAreListedWithoutTheirSecretAndRevokedById() {
        String key = create().out().strip();
        String id = key.split("_")[1];

        assertThat(keys("list", "--project", "shop").out())
                .contains(id, "ada", "admin", "used never")
                .doesNotContain(key.substring(key.lastIndexOf(id) + id.length() + 1));
        assertThat(keys("list", "--project", "other").out()).isEmpty();
        assertThat(keys("revoke", "--project", "other", id).exit()).isEqualTo(1);
        assertThat(keys("revoke", "--project", "shop", id).exit()).isZero();
        assertThat(keys("list", "--project", "shop").out()).isEmpty();
    }

    @Test
    void aKeyMadeWhileTheServiceRunsIsKnownToIt() {
        try (RunningService service = RunningService.in(folder, Map.of("access.required", "true"))) {
            String key = create().out().strip();

            assertThat(service.send(service.with(key, "/v1/me")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void namesAndTimesThatCannotBeAreUsageErrors() {
        assertThat(keys("create", "--user", "a/b", "--role", "admin").exit()).isEqualTo(2);
        assertThat(keys("create", "--user", "ada", "--project", "a/b", "--role", "admin")
                        .exit())
                .isEqualTo(2);
        assertThat(keys("create", "--user", "ada", "--role", "king").exit()).isEqualTo(2);
        assertThat(keys("create", "--user", "ada", "--role", "admin", "--expires", "soon")
                        .exit())
                .isEqualTo(2);
        assertThat(run("dance").exit()).isEqualTo(2);
    }

    @Test
    void theAuditLogIsVerified() {
        create();

        Ran verified = run("audit", "verify", "--config", config.toString());

        assertThat(verified.exit()).isZero();
        assertThat(verified.out()).isEqualTo("sound: 1 events are as they were written\n");
    }

    @Test
    void anEventThatSomebodyRemovedIsMissed() throws SQLException {
        for (int i = 0; i < 3; i++) {
            create();
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("service.db"));
                Statement statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM audit WHERE place = 2");
        }

        Ran verified = run("audit", "verify", "--config", config.toString());

        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.out()).startsWith("broken: event 2 ");
    }

    @Test
    void aServiceForEverybodyDoesNotListenElsewhere() {
        Ran refused = run("serve", "--host", "0.0.0.0", "--port", "0", "--config", config.toString());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("tst keys create", "TST_ACCESS_REQUIRED=true TST_LISTEN_HOST=0.0.0.0 tst serve");
    }

    @Test
    void whyItCannotListenIsSaidInAFewWords() throws IOException {
        try (RunningService other = RunningService.in(Files.createDirectory(folder.resolve("other")), Map.of())) {
            String port = Integer.toString(other.uri("/").getPort());

            saysShortly(run("serve", "--port", port, "--config", config.toString()), 2, ":" + port);
        }
        saysShortly(run("serve", "--port", "70000", "--config", config.toString()), 2, "listen.port");
        saysShortly(run("serve", "--port", "abc", "--config", config.toString()), 2, "--port");
        Path keystore = Files.writeString(folder.resolve("a.p12"), "no keystore");
        String before = Files.readString(config);
        Files.writeString(config, before + "listen:\n  port: 0\n  keystore: " + keystore + "\n");
        saysShortly(run("serve", "--config", config.toString()), 2, "cannot be opened");
        Files.writeString(config, before + "listen:\n  port: 0\n  keystore: " + keystore + ".not\n");
        saysShortly(run("serve", "--config", config.toString()), 2, "cannot be read");
    }

    @Test
    void aDamagedOrUnreachableStoreIsSaidInAFewWords() throws IOException {
        create();
        Files.write(folder.resolve("service.db"), new byte[8192]);
        saysShortly(run("serve", "--port", "0", "--config", config.toString()), 1, "damaged");
        Files.writeString(config, "storage:\n  file: " + config + "/nowhere/a.db\n");
        saysShortly(run("serve", "--port", "0", "--config", config.toString()), 2, "cannot be made");
    }

    private static void saysShortly(Ran refused, int exit, String why) {
        assertThat(refused.exit()).as(refused.err()).isEqualTo(exit);
        assertThat(refused.err()).contains(why).doesNotContain("Exception", "\tat ");
        assertThat(refused.err().lines().count()).as(refused.err()).isLessThanOrEqualTo(3);
    }

    @Test
    void settingsAreShownWithWhatTheyMean() {
        assertThat(run("serve", "--print-config").out()).contains("access:", "# true: every call shows a key");
    }

    @Test
    void settingsThatAreUnknownAreUsageErrors() throws IOException {
        Files.writeString(config, "listen:\n  prot: 1\n");

        Ran refused = run("serve", "--config", config.toString());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("listen.prot");
    }
}
