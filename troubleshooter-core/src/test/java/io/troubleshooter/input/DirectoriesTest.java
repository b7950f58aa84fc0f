package io.troubleshooter.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(folder.resolve("pod-b"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("z.log"), "z\n");
        Files.writeString(folder.resolve("pod-b/app.log"), "b\n");
        Files.writeString(folder.resolve(".git/config"), "hidden\n");
        Files.writeString(folder.resolve("empty.log"), "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("old.log.gz")))) {
            out.write("packed\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] random = new byte[5_000];
        new Random(1).nextBytes(random);
        Files.write(folder.resolve("core.bin"), random);
    }

    @Test
    void givesTheTextFilesSortedByPath() {
        assertThat(LogSource.allIn(folder))
                .extracting(LogSource::name)
                .containsExactly("old.log.gz", "pod-b/app.log", "z.log");
        assertThat(LogSource.allIn(folder)).extracting(Blocks::text).containsExactly("packed\n", "b\n", "z\n");
    }

    @Test
    void givesAFileItself() {
        assertThat(LogSource.allIn(folder.resolve("z.log")))
                .extracting(LogSource::name)
                .containsExactly("z.log");
    }

    @Test
    void saysWhenThereIsNothing() throws IOException {
        Path bare = Files.createDirectories(folder.resolve("bare"));

        assertThatThrownBy(() -> LogSource.allIn(bare)).hasMessageStartingWith("There is no log in the directory ");
        assertThatThrownBy(() -> LogSource.allIn(bare.resolve("no"))).hasMessageStartingWith("There is no file ");
    }
}
