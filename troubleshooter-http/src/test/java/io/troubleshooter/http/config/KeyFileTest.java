package io.troubleshooter.http.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    private Storage storage(String keys, String keyFile) {
        return new Storage("sqlite", "", keys, keyFile, "", "", "", "", "", true);
    }

    @Test
    void aMissingFileIsMadeForItsOwnerAloneAndUsedFromThenOn() throws IOException {
        Path database = folder.resolve("deep").resolve("service.db");
        byte[] sealed = KeyFile.ring(storage("", ""), database).seal("text", "p");

        Path file = folder.resolve("deep").resolve("service.db.keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.ring(storage("", ""), database).openText(sealed, "p"))
                .isEqualTo("text");
        assertThat(folder.resolve("deep")).isDirectoryNotContaining("glob:**/.keys*");
    }

    @Test
    void keysOfTheSettingsNeedNoFile() {
        String key = KeyRing.newKey("env", new SecureRandom());
        KeyRing ring = KeyFile.ring(storage(key, ""), folder.resolve("service.db"));

        assertThat(KeyRing.parse(key).openText(ring.seal("text", "p"), "p")).isEqualTo("text");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatOthersReadIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), KeyRing.newKey("k1", new SecureRandom()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFile.ring(storage("", file.toString()), folder.resolve("a.db")))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("Others may read");
    }

    @Test
    void anEmptyFileIsNoKey() throws IOException {
        Path file = Files.createFile(
                folder.resolve("keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

        assertThatThrownBy(() -> KeyFile.ring(storage("", file.toString()), folder.resolve("a.db")))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("has no key");
    }

    @Test
    void noNewKeyIsMadeForAStoreThatIsThere() throws IOException {
        Path database = Files.writeString(folder.resolve("service.db"), "SQLite format 3");

        assertThatThrownBy(() -> KeyFile.ring(storage("", ""), database))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("key file");
        assertThat(folder.resolve("service.db.keys")).doesNotExist();
    }

    @Test
    void withoutAFileNamedTheDataFolderOfTheUserIsTaken() {
        assertThat(storage("", "").path(Map.of("HOME", "/home/ada")))
                .isEqualTo(Path.of("/home/ada/.local/share/tst/tst-service.db"));
        assertThat(storage("", "").path(Map.of("HOME", "/home/ada", "XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/tst/tst-service.db"));
    }
}
